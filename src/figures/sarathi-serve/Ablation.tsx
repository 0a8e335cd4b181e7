import type { VNode } from 'preact';
import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { ablation } from './setting.ts';

const half = columnWidth / 2 - 14;
const panels = [
  { title: 'TTFT 的中位数（秒）', measure: 'ttft', x: 0 },
  { title: 'P99 TBT（秒）', measure: 'tbt', x: columnWidth / 2 + 14 },
] as const;
const data = [
  { name: 'sharegpt4', set: 'sharegpt', y: 0 },
  { name: 'arxiv_summarization', set: 'arxiv', y: 150 },
] as const;

/** Table 4: hybrid batches alone, chunks alone, and both. */
export default function Ablation(): VNode {
  return (
    <Canvas id="ablation" height={294} minWidth={560} label="消融：只混批、只切块、两者合用时的 TTFT 与 TBT">
      {data.map(({ name, set, y }) =>
        panels.map(({ title, measure, x }) => (
          <g key={name + measure}>
            <Label x={x} y={y + 9} text={`${name}：${title}`} size={fontSize.small} />
            <Bars
              x={x}
              y={y + 22}
              width={half}
              axis={false}
              bars={ablation.map((row, i) => ({
                label: row.label,
                parts: [{ kind: i === ablation.length - 1 ? 'accent' : 'muted', value: row[set][measure] }],
                note: row[set][measure].toFixed(2),
              }))}
            />
          </g>
        )),
      )}
    </Canvas>
  );
}
