import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Gantt, ganttHeight, type GanttProps } from '#draw/Gantt.tsx';
import { passages } from './setting.ts';
import { words } from './words.zh.ts';

const X = 4;
const props: GanttProps = {
  lanes: Array.from({ length: X }, (_, stage) => ({
    label: words.stage(stage),
    intervals: passages(X)
      .filter((passage) => passage.stage === stage)
      .map(({ chunk, start, end }) => ({
        start,
        end,
        kind: 'prefill' as const,
        tone: 'tint' as const,
        label: String(chunk + 1),
      })),
  })),
  showIdle: true,
  label: '时间（秒）',
};

/** The chunks of one long prompt on their way through four nodes. */
export default function Chunks(): VNode {
  return (
    <Canvas id="chunks" height={ganttHeight(props)} label="一份 128k token 的 prompt 分成 16 段，流过四台机器">
      <Gantt {...props} />
    </Canvas>
  );
}
