import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import project from '../../../package.json' with { type: 'json' };
import { CARD } from './card-size.ts';
import { cardFonts } from './fonts.ts';
import { indexedPng } from './indexed-png.ts';
import { mapMarks, mapMotif, MOTIF_COLOURS, type Frame } from './motif.ts';
import { colour, paletteOf } from './palette.ts';
import type { PaperMapLayout } from '#corpus/map-layout.ts';

/** What a page says of itself where its address is shared. */
export interface Card {
  /** Above the title: where on the site the page stands. */
  place: string;
  /** What people call the page: the paper's short name, the week's title. */
  title: string;
  subtitle: string;
  /** One sentence. */
  lead: string;
  /** In the corner: the site's name. */
  site: string;
  map: PaperMapLayout;
  /** The papers that the map marks. */
  marked: ReadonlySet<string>;
}

const COLOURS = { paper: '#fcfbf8', ink: '#1f2023', soft: '#55565b', cinnabar: '#a8341f' };
const MARGIN = 72;
const WIDTH = CARD.width - 2 * MARGIN;
const MAP: Frame = { x: MARGIN, y: 408, width: WIDTH, height: 168 };

/** Other versions of these may draw other pixels, and so may other drawing. */
const MADE_BY = [
  ...(['satori', 'sharp', '@fontsource/noto-serif-sc', '@fontsource/source-serif-4'] as const).map(
    (name) => project.dependencies[name],
  ),
  ...['card.ts', 'palette.ts', 'indexed-png.ts'].map((name) =>
    fs.readFileSync(path.join(import.meta.dirname, name), 'utf8'),
  ),
];

const palette = paletteOf(colour(COLOURS.paper), [
  ...[COLOURS.ink, COLOURS.soft, COLOURS.cinnabar].map(colour),
  ...Object.values(MOTIF_COLOURS).map(colour),
]);

/** Draws a page's card as a PNG, text as outlines, so that every machine makes the same. */
export async function cardImage(card: Card): Promise<Buffer> {
  const { text, marks, ground } = partsOf(card);
  const svg = await satori(text as never, { ...CARD, fonts: cardFonts() });
  const own = svg.replace('</svg>', `${marks}</svg>`);
  return indexedPng(await lay(own, (await ground.pixels()).slice()), CARD.width, palette.colours);
}

/** The file of a card's picture, which is kept between builds under all that it is made from, or drawn now. */
export async function cardFile(card: Card): Promise<string> {
  const { text, marks, ground } = partsOf(card);
  const made = hash('sha256', JSON.stringify([text, marks, ground.drawing, MADE_BY])).slice(0, 32);
  const file = path.resolve('node_modules/.cache/reading-list/cards', `${made}.png`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Under its name only when it is whole: a build may be stopped, and two may run at once.
  const part = `${file}.${process.pid}.part`;
  fs.writeFileSync(part, await cardImage(card));
  fs.renameSync(part, file);
  return file;
}

const partsOf = ({ map, marked, ...words }: Card) => ({
  text: layout(words),
  marks: mapMarks(map, marked, MAP),
  ground: groundOf(map),
});

/** What all cards share: the map without marks. Its pixels, indices into the palette, are drawn once. */
interface Ground {
  /** Its digest. */
  drawing: string;
  pixels(): Promise<Uint8Array>;
}

const grounds = new WeakMap<PaperMapLayout, Ground>();

function groundOf(map: PaperMapLayout): Ground {
  const known = grounds.get(map);
  if (known) return known;
  const drawing = sheet(mapMotif(map, MAP));
  let drawn: Promise<Uint8Array> | undefined;
  const pixels = () => (drawn ??= lay(drawing, new Uint8Array(CARD.width * CARD.height)));
  const ground = { drawing: hash('sha256', drawing), pixels };
  grounds.set(map, ground);
  return ground;
}

const sheet = (drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">${drawing}</svg>`;

/** Lays a drawing over `pixels`, whose indices it replaces; where the drawing is clear they stay. */
async function lay(svg: string, pixels: Uint8Array): Promise<Uint8Array> {
  const drawing = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const whole = new Uint32Array(drawing.buffer, drawing.byteOffset, pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    // Most of a card is clear: all four channels are looked at as one.
    if (whole[i] === 0) continue;
    const alpha = drawing[4 * i + 3]!;
    const below = palette.colours[pixels[i]!]!;
    const over = (channel: 0 | 1 | 2) =>
      below[channel] + Math.round(((drawing[4 * i + channel]! - below[channel]) * alpha) / 255);
    pixels[i] = palette.indexOf(over(0), over(1), over(2));
  }
  return pixels;
}

type Words = Omit<Card, 'map' | 'marked'>;

function layout({ place, title, subtitle, lead, site }: Words) {
  const line = (text: string, style: object) => box({ ...style, display: 'block', width: WIDTH }, text);
  const page = { ...CARD, color: COLOURS.ink, fontFamily: 'Source Serif 4, Noto Serif SC' };
  return box({ ...page, flexDirection: 'column' }, [
    box({ position: 'absolute', left: MARGIN, top: MARGIN - 14, flexDirection: 'column', width: WIDTH }, [
      box({ justifyContent: 'space-between', width: WIDTH, fontSize: 28 }, [
        box({ color: COLOURS.cinnabar }, place),
        box({}, site),
      ]),
      line(title, { fontSize: title.length > 24 ? 60 : 76, lineHeight: 1.15, marginTop: 22 }),
      line(subtitle, { fontSize: 36, lineHeight: 1.35, marginTop: 14 }),
      line(lead, { fontSize: 27, lineHeight: 1.55, color: COLOURS.soft, marginTop: 16 }),
    ]),
  ]);
}

/** An element as satori reads it: a flex box, or a block of text. */
const box = (style: object, children: unknown) => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});
