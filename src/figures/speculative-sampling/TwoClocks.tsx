import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttInterval, type GanttProps } from '#draw/Gantt.tsx';
import { Legend } from '#draw/Legend.tsx';
import { alone, K, round, run, write } from './setting.ts';

const text = run.flatMap(({ tokens }) => tokens);
const step = alone.target();

/** One call of the target for each token. */
const oneByOne = text.map((id, i): GanttInterval => ({
  start: i * step,
  end: (i + 1) * step,
  kind: 'item-4',
  title: write([id]),
}));

/** A round: K steps of the draft, then the target; inside it, how many tokens came out. */
const rounds = run.flatMap(({ tokens }, i): GanttInterval[] => {
  const start = i * round(K);
  const drafts = Array.from({ length: K }, (_, k): GanttInterval => ({
    start: start + k * alone.draft(),
    end: start + (k + 1) * alone.draft(),
    kind: 'item-1',
  }));
  const scoring = { start: start + K * alone.draft(), end: start + round(K), title: write(tokens) };
  return [...drafts, { ...scoring, kind: 'item-4', label: `+${tokens.length}` }];
});

const chart: GanttProps = {
  y: 30,
  lanes: [
    { label: '逐个采样', intervals: oneByOne },
    { label: '投机采样', intervals: rounds },
  ],
  label: '时间（ms）',
};

/** The same number of tokens, one at a time and in rounds, on one clock. */
export default function TwoClocks(): VNode {
  return (
    <Canvas id="two-clocks" height={30 + ganttHeight(chart)} label="逐个采样与投机采样写同样多的 token，同一只钟">
      <Legend
        keys={[
          { kind: 'item-1', label: '草稿模型一步，1.8 ms' },
          { kind: 'item-4', label: '目标模型一次，14.1 ms' },
        ]}
      />
      <Gantt {...chart} />
    </Canvas>
  );
}
