import { buildsOnEdges } from './graph.ts';
import type { Corpus, Paper } from './model.ts';
import { firstYear } from './reading.ts';

/** A map of all papers: columns are years, lanes are weeks (or their tracks), and papers of one year stand below each other. */
export interface PaperMapLayout {
  width: number;
  height: number;
  years: { year: number; x: number }[];
  lanes: { week: number; label: string | undefined; top: number; height: number }[];
  nodes: { paper: Paper; x: number; y: number }[];
  edges: { from: string; to: string; path: string }[];
}

export const NODE = { width: 112, height: 27 } as const;
const ROW = NODE.height + 12;
const LANE_PADDING = 16;
const HEAD = 34;

interface Lane {
  week: number;
  label: string | undefined;
  papers: Paper[];
}

/** Lays the map out in pixels of its drawing. Years without papers take no column. */
export function layoutPaperMap(corpus: Corpus, left = 88): PaperMapLayout {
  const lanes: Lane[] = corpus.weeks.flatMap((week) =>
    week.sections.map((s) => ({ week: week.number, label: s.track?.title, papers: s.papers })),
  );
  const years = [...new Set(corpus.papers.map(firstYear))].sort((a, b) => a - b);
  const column = NODE.width + 24;
  const x = (year: number) => left + years.indexOf(year) * column + column / 2;
  let top = HEAD;
  const placed = lanes.map((lane) => {
    const rows = Math.max(1, ...years.map((year) => lane.papers.filter((p) => firstYear(p) === year).length));
    const height = rows * ROW + 2 * LANE_PADDING;
    const here = { ...lane, top, height };
    top += height;
    return here;
  });
  const nodes = placed.flatMap((lane) =>
    years.flatMap((year) =>
      stack(
        lane,
        lane.papers.filter((p) => firstYear(p) === year),
        x(year),
      ),
    ),
  );
  const at = new Map(nodes.map((n) => [n.paper.slug, n]));
  const edges = buildsOnEdges(corpus).flatMap(({ from, to }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b ? [{ from, to, path: curve(a, b) }] : [];
  });
  return {
    width: left + years.length * column + 12,
    height: top,
    years: years.map((year) => ({ year, x: x(year) })),
    lanes: placed,
    nodes,
    edges,
  };
}

function stack(lane: { top: number; height: number }, papers: Paper[], x: number) {
  const first = lane.top + lane.height / 2 - ((papers.length - 1) * ROW) / 2;
  return papers.map((paper, i) => ({ paper, x, y: first + i * ROW }));
}

/** From the older paper's right edge to the newer one's left; within a column, around its right side. */
function curve(a: { x: number; y: number }, b: { x: number; y: number }): string {
  const half = NODE.width / 2;
  if (a.x === b.x)
    return `M${a.x + half},${a.y}C${a.x + half + 18},${a.y} ${b.x + half + 18},${b.y} ${b.x + half + 5},${b.y}`;
  const [x1, x2] = [a.x + half, b.x - half - 5];
  const bend = Math.min(60, (x2 - x1) / 2 + 10);
  return `M${x1},${a.y}C${x1 + bend},${a.y} ${x2 - bend},${b.y} ${x2},${b.y}`;
}
