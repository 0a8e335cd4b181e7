import sharp from 'sharp';
import { expect, it } from 'vitest';
import { NODE, type PaperMapLayout } from '#corpus/map-layout.ts';
import type { Paper } from '#corpus/model.ts';
import { CARD } from './card-size.ts';
import { cardImage } from './card.ts';
import { mapMarks, mapMotif, MOTIF_COLOURS } from './motif.ts';

const node = (slug: string, x: number, y: number) => ({ paper: { slug } as Paper, x, y });
const map: PaperMapLayout = {
  width: 600,
  height: 300,
  years: [],
  lanes: [],
  nodes: [node('old', 100, 100), node('new', 500, 200)],
  edges: [{ from: 'old', to: 'new', path: 'M156,100L444,200' }],
};
const words = { place: '第 8 周', title: 'ZeRO', subtitle: '显存优化', lead: '每张卡只存一份。', site: '论文课' };

it('has the size that readers of Open Graph expect, and other words make another picture', async () => {
  const picture = (title: string) => cardImage({ ...words, title, map, marked: new Set(['new']) });
  const [one, same, other] = await Promise.all([picture('ZeRO'), picture('ZeRO'), picture('FSDP')]);
  expect(await sharp(one).metadata()).toMatchObject({ ...CARD, format: 'png' });
  expect(one.equals(same)).toBe(true);
  expect(one.equals(other)).toBe(false);
});

it('has a band of the map that fills its frame, and lays the marked papers and their relations over it in colour', () => {
  const frame = { x: 10, y: 20, width: 1024, height: 254 };
  const across = 1024 / (400 + NODE.width);
  const down = 254 / (100 + NODE.height);
  const place = `translate(10 20) scale(${across} ${down}) translate(${-(100 - NODE.width / 2)} ${-(100 - NODE.height / 2)})`;
  const all = mapMotif(map, frame);
  const marks = mapMarks(map, new Set(['new']), frame);
  for (const band of [all, marks]) expect(band).toContain(place);
  const rectangles = (band: string) => band.match(/<rect/g)?.length ?? 0;
  expect([rectangles(all), rectangles(marks)]).toEqual([2, 1]);
  expect(all).not.toContain(MOTIF_COLOURS.mark);
  expect(marks.match(new RegExp(MOTIF_COLOURS.mark, 'g'))).toHaveLength(2);
});

it('shows the same colours as the drawing that it is made from', async () => {
  const { data, info } = await sharp(await cardImage({ ...words, map, marked: new Set(['new']) }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += info.channels) seen.add(data.subarray(at, at + 3).toString('hex'));
  for (const colour of ['fcfbf8', '1f2023', '55565b', 'a8341f', 'c9c5ba']) expect(seen).toContain(colour);
});
