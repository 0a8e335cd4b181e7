import sharp from 'sharp';
import { expect, it } from 'vitest';
import { NODE, type PaperMapLayout } from '#corpus/map-layout.ts';
import type { Paper } from '#corpus/model.ts';
import { CARD, cardImage } from './card.ts';
import { mapMotif } from './motif.ts';

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

it('has a band of the map that fills its frame, with the marked papers and their relations in colour', () => {
  const band = mapMotif(map, new Set(['new']), { x: 10, y: 20, width: 1024, height: 254 });
  const across = 1024 / (400 + NODE.width);
  const down = 254 / (100 + NODE.height);
  expect(band).toContain(
    `translate(10 20) scale(${across} ${down}) translate(${-(100 - NODE.width / 2)} ${-(100 - NODE.height / 2)})`,
  );
  const fills = [...band.matchAll(/<rect[^>]* fill="([^"]+)"/g)].map(([, fill]) => fill);
  expect(fills[0]).not.toBe(fills[1]);
  expect(band).toContain(`stroke="${fills[1]}"`);
});
