import { NODE, type PaperMapLayout } from '#corpus/map-layout.ts';

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MOTIF_COLOURS = { mark: '#a8341f', line: '#d9d6cd', box: '#c9c5ba' } as const;

/** The map of all papers in grey, as a band stretched to its frame. SVG markup. */
export function mapMotif(map: PaperMapLayout, frame: Frame): string {
  const { line, box } = MOTIF_COLOURS;
  return band(map, frame, [
    ...map.edges.map((edge) => curve(edge, line)),
    ...map.nodes.map((node) => rectangle(node, box)),
  ]);
}

/** The marked papers and their relations in colour, to be laid over the map's band in the same frame. SVG markup. */
export function mapMarks(map: PaperMapLayout, marked: ReadonlySet<string>, frame: Frame): string {
  const { mark } = MOTIF_COLOURS;
  const edges = map.edges.filter(({ from, to }) => marked.has(from) || marked.has(to));
  const nodes = map.nodes.filter(({ paper }) => marked.has(paper.slug));
  return band(map, frame, [...edges.map((edge) => curve(edge, mark)), ...nodes.map((node) => rectangle(node, mark))]);
}

function band({ nodes }: PaperMapLayout, frame: Frame, shapes: readonly string[]): string {
  const left = Math.min(...nodes.map(({ x }) => x)) - NODE.width / 2;
  const top = Math.min(...nodes.map(({ y }) => y)) - NODE.height / 2;
  const right = Math.max(...nodes.map(({ x }) => x)) + NODE.width / 2;
  const bottom = Math.max(...nodes.map(({ y }) => y)) + NODE.height / 2;
  const scale = `${frame.width / (right - left)} ${frame.height / (bottom - top)}`;
  return `<g transform="translate(${frame.x} ${frame.y}) scale(${scale}) translate(${-left} ${-top})">${shapes.join('')}</g>`;
}

const curve = ({ path }: { path: string }, colour: string) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5" vector-effect="non-scaling-stroke"/>`;

const rectangle = ({ x, y }: { x: number; y: number }, colour: string) =>
  `<rect x="${x - NODE.width / 2}" y="${y - NODE.height / 2}" width="${NODE.width}" height="${NODE.height}" fill="${colour}"/>`;
