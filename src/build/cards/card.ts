import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { cardFonts } from './fonts.ts';
import { mapMotif } from './motif.ts';
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

/** Pixels, as the Open Graph protocol's readers expect them. */
export const CARD = { width: 1200, height: 630 } as const;

const COLOURS = { paper: '#fcfbf8', ink: '#1f2023', soft: '#55565b', cinnabar: '#a8341f' };
const MARGIN = 72;
const WIDTH = CARD.width - 2 * MARGIN;
const MAP = { x: MARGIN, y: 408, width: WIDTH, height: 168 };

/** Draws a page's card as a PNG, text as outlines, so that every machine makes the same. */
export async function cardImage(card: Card): Promise<Buffer> {
  const { map, marked, ...words } = card;
  const svg = await satori(layout(words) as never, { ...CARD, fonts: cardFonts() });
  return rendered(svg.replace('</svg>', `${mapMotif(map, marked, MAP)}</svg>`));
}

/** The pixels of a drawing, which take most of the time, are kept between builds. */
async function rendered(svg: string): Promise<Buffer> {
  const file = path.resolve('node_modules/.cache/reading-list/cards', `${hash('sha256', svg).slice(0, 32)}.png`);
  if (fs.existsSync(file)) return fs.readFileSync(file);
  const image = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, image);
  return image;
}

type Words = Omit<Card, 'map' | 'marked'>;

function layout({ place, title, subtitle, lead, site }: Words) {
  const line = (text: string, style: object) => box({ ...style, display: 'block', width: WIDTH }, text);
  const page = { ...CARD, background: COLOURS.paper, color: COLOURS.ink, fontFamily: 'Source Serif 4, Noto Serif SC' };
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
