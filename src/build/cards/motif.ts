import { NODE, type PaperMapLayout } from '#corpus/map-layout.ts';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The map of all papers as a band, stretched to its frame: marked papers and their relations in colour, the others in
 * grey. SVG markup.
 */
export function mapMotif(map: PaperMapLayout, marked: ReadonlySet<string>, frame: Frame): string {
  const { nodes, edges } = map;
  const left = Math.min(...nodes.map(({ x }) => x)) - NODE.width / 2;
  const top = Math.min(...nodes.map(({ y }) => y)) - NODE.height / 2;
  const right = Math.max(...nodes.map(({ x }) => x)) + NODE.width / 2;
  const bottom = Math.max(...nodes.map(({ y }) => y)) + NODE.height / 2;
  const scale = `${frame.width / (right - left)} ${frame.height / (bottom - top)}`;
  const touches = ({ from, to }: { from: string; to: string }) => marked.has(from) || marked.has(to);
  const lines = [...edges]
    .sort((a, b) => Number(touches(a)) - Number(touches(b)))
    .map(
      (edge) =>
        `<path d="${edge.path}" fill="none" stroke="${touches(edge) ? MARK : LINE}" stroke-width="1.5" vector-effect="non-scaling-stroke"/>`,
    );
  const boxes = nodes.map(
    ({ paper, x, y }) =>
      `<rect x="${x - NODE.width / 2}" y="${y - NODE.height / 2}" width="${NODE.width}" height="${NODE.height}" fill="${marked.has(paper.slug) ? MARK : BOX}"/>`,
  );
  return `<g transform="translate(${frame.x} ${frame.y}) scale(${scale}) translate(${-left} ${-top})">${lines.join('')}${boxes.join('')}</g>`;
}

const MARK = '#a8341f';
const LINE = '#d9d6cd';
const BOX = '#c9c5ba';
