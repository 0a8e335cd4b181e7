import type { VNode } from 'preact';
import { Arrow } from '#draw/Arrow.tsx';
import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { calls, counts, examples } from './setting.ts';
import { words } from './words.zh.ts';

const CELL = 19;
const TOP = 56;
const rows = (columns: number) =>
  Array.from({ length: counts.devices }, () => Array.from({ length: columns }, () => 1));
const middle = TOP + (counts.devices * CELL) / 2;
const AT = { summaries: 0, analyses: 282, scores: 470 };

/** How a heap of alerts becomes six numbers: one box a call of a small model, then one call of a large one. */
export default function Funnel(): VNode {
  return (
    <Canvas id="funnel" height={TOP + counts.devices * CELL + 12} minWidth={600} label="从告警到失效分数的三层">
      <Label x={66} y={14} text={words.summaries(calls.summaries)} bold />
      <Label x={66} y={36} text={words.tools} size={12} colour={muted} />
      <Grid
        values={rows(counts.tools)}
        rowLabels={Array.from({ length: counts.devices }, (_, i) => words.device(i))}
        x={AT.summaries}
        y={TOP}
        cell={CELL}
        kindOf={() => 'kv'}
      />
      <Label x={AT.analyses + 20} y={14} text={words.analyses(calls.analyses)} bold />
      <Label x={AT.analyses + 20} y={36} text={words.scenarios} size={12} colour={muted} />
      <Arrow from={[AT.analyses - 10, middle]} to={[AT.analyses + 14, middle]} />
      <Grid values={rows(counts.scenarios)} x={AT.analyses + 20} y={TOP} cell={CELL} kindOf={() => 'prefill'} />
      <Arrow from={[AT.scores - 26, middle]} to={[AT.scores - 4, middle]} />
      <Label x={AT.scores} y={14} text={words.scores} bold />
      <Bars
        bars={[...examples[0]!.scores, 0, 0].map((value) => ({
          label: '',
          parts: [{ kind: 'accent', value }],
          note: value > 0 ? value.toFixed(2) : '0',
        }))}
        x={AT.scores}
        y={TOP - 2}
        width={170}
        height={counts.devices * CELL + 4}
        axis={false}
        domain={[0, 0.5]}
      />
    </Canvas>
  );
}
