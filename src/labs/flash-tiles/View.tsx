import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Grid, type Highlight } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import { N, type Run, type Visit } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const SIDE = 15;
const RIGHT = 344;

interface Props {
  result: Run;
  time: number;
  visit: Visit | undefined;
  causal: boolean;
}

/** Both score matrices, the statistics of the rows in work, and the traffic of both algorithms so far. */
export function View({ result, time, visit, causal }: Props) {
  return (
    <Canvas id="flash-tiles" height={560} label={t.label} minWidth={600}>
      <Standard result={result} time={time} causal={causal} />
      <Flash result={result} time={time} visit={visit} causal={causal} />
      <RowStatistics visit={visit} />
      <Traffic result={result} time={time} />
    </Canvas>
  );
}

const zeros = Array.from({ length: N }, () => Array.from({ length: N }, () => 0));
const maskedBy = (causal: boolean) => (causal ? (i: number, j: number) => j > i : undefined);

function Standard({ result, time, causal }: Pick<Props, 'result' | 'time' | 'causal'>) {
  const now = result.standard.find((s) => s.end > time);
  const share = now ? (time - now.start) / (now.end - now.start) : 1;
  const through = now === undefined ? N : Math.floor(share * N);
  const phase = now?.step.kind ?? 'done';
  const kindOf = (row: number): Kind => {
    if (phase === 'scores') return row < through ? 'communication' : 'neutral';
    return row < through && phase !== 'done'
      ? 'communication'
      : phase === 'output' || phase === 'done'
        ? 'compute'
        : 'communication';
  };
  return (
    <g>
      <Label x={0} y={10} text={t.standard} bold />
      <Label x={0} y={30} text={t.phases[phase]} size={fontSize.small} colour={muted} />
      <Grid
        values={zeros}
        y={44}
        width={N * SIDE}
        height={N * SIDE}
        kindOf={(i) => kindOf(i)}
        masked={phase === 'scores' ? undefined : maskedBy(causal)}
      />
    </g>
  );
}

function Flash({ result, time, visit, causal }: Props) {
  const done = result.visits.filter((v) => v.end <= time);
  const inTile = ({ tile }: Visit, i: number, j: number) =>
    i >= tile.rows.start && i < tile.rows.end && j >= tile.cols.start && j < tile.cols.end;
  const kindOf = (i: number, j: number): Kind => (visit && inTile(visit, i, j) ? 'compute' : 'neutral');
  const finished = (i: number, j: number) => done.some((v) => inTile(v, i, j));
  const highlights: Highlight[] = visit
    ? [
        {
          row: visit.tile.rows.start,
          column: visit.tile.cols.start,
          rows: visit.tile.rows.end - visit.tile.rows.start,
          columns: visit.tile.cols.end - visit.tile.cols.start,
          kind: 'accent',
        },
      ]
    : [];
  return (
    <g>
      <Label x={RIGHT} y={10} text={t.flash} bold />
      <Label
        x={RIGHT}
        y={30}
        text={visit ? t.tile(visit.tile.i, visit.tile.j) : ''}
        size={fontSize.small}
        colour={muted}
      />
      <Grid
        values={zeros}
        x={RIGHT}
        y={44}
        width={N * SIDE}
        height={N * SIDE}
        kindOf={(i, j) => kindOf(i, j)}
        cellLabel={(i, j) => (finished(i, j) ? '·' : undefined)}
        masked={maskedBy(causal)}
        blocks={{ rows: result.sizes.Br, columns: result.sizes.Bc }}
        highlights={highlights}
      />
    </g>
  );
}

const COLUMNS = [0, 64, 148, 232, 318, 474, 560];

/** m and ℓ of the rows of the tile in work, before and after it. */
function RowStatistics({ visit }: Pick<Props, 'visit'>) {
  const number = (x: number) => (Number.isFinite(x) ? fixed(2)(x) : '−∞');
  const rows = visit
    ? visit.tile.before.stats.slice(0, 4).map((old, r) => {
        const [tile, now] = [visit.tile.tileStats[r]!, visit.tile.after.stats[r]!];
        const shrink = Number.isFinite(old.m) ? Math.exp(old.m - now.m) : 0;
        return [
          String(visit.tile.rows.start + r + 1),
          number(old.m),
          number(tile.m),
          number(now.m),
          number(shrink),
          number(old.l),
          number(now.l),
        ];
      })
    : [];
  return (
    <g>
      {t.rows.map((name, c) => (
        <Label key={name} x={COLUMNS[c]!} y={318} text={name} size={fontSize.small} colour={muted} />
      ))}
      {rows.map((cells, r) =>
        cells.map((cell, c) => (
          <Label key={`${r}-${c}`} x={COLUMNS[c]!} y={342 + r * 22} text={cell} size={fontSize.small} />
        )),
      )}
    </g>
  );
}

function Traffic({ result, time }: Pick<Props, 'result' | 'time'>) {
  const moved = result.movedAt(time);
  const bar = (label: string, done: number, all: number) => ({
    label,
    parts: [
      { kind: 'communication' as const, value: done },
      { kind: 'neutral' as const, value: all - done },
    ],
    note: `${Math.round(done)} / ${all}`,
  });
  const { standard, flash } = result.work;
  return (
    <Bars
      y={436}
      height={120}
      bars={[
        bar(t.standardShort, moved.standard, standard.reads + standard.writes),
        bar(t.flashShort, moved.flash, flash.reads + flash.writes),
      ]}
      domain={[0, 2000]}
      label={t.traffic}
      keys={[
        { kind: 'communication', label: t.done },
        { kind: 'neutral', label: t.rest },
      ]}
    />
  );
}
