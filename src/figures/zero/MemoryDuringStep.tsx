import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import type { Kind } from '#draw/palette.ts';
import type { Stage } from '#mechanisms/training-memory/memory.ts';
import { memoryTimeline, type StepEvent } from '#mechanisms/training-memory/step-trace.ts';
import { PSI, stepAt } from './training.ts';

const STAGES: { stage: Stage; label: string; kind: Kind }[] = [
  { stage: 0, label: '数据并行', kind: 'muted' },
  { stage: 1, label: 'ZeRO-1', kind: 'optimizer' },
  { stage: 2, label: 'ZeRO-2', kind: 'gradients' },
  { stage: 3, label: 'ZeRO-3', kind: 'parameters' },
];

/** Events of rank 0 spread over the phases, so that stages with more events do not run longer than others. */
function curve(trace: readonly StepEvent[]): Point[] {
  const held = memoryTimeline(trace, 0).map((h) => h.total / PSI);
  const phases = ['before', 'forward', 'backward', 'update'];
  return held.map((bytes, i): Point => {
    const phase = trace[i]!.phase;
    const inPhase = trace.flatMap((event, j) => (event.phase === phase ? [j] : []));
    return [phases.indexOf(phase) - 1 + (inPhase.indexOf(i) + 1) / inPhase.length, bytes];
  });
}

const series: Series[] = STAGES.map(({ stage, label, kind }) => ({
  label,
  kind,
  points: curve(stepAt(stage).trace).filter(([x]) => x >= 0),
  marker: 'none',
  stepped: true,
}));

/** Bytes per parameter that rank 0 holds through one real training step, at each stage. */
export default function MemoryDuringStep() {
  return (
    <Canvas id="memory-during-step" height={320} label="一个训练步中 0 号卡的模型状态">
      <Lines
        height={320}
        series={series}
        xAxis={{
          domain: [0, 3],
          ticks: [0, 1, 2, 3],
          format: (x) => ['前向', '反向', '更新', '结束'][x] ?? '',
          label: '训练步的阶段',
        }}
        yAxis={{ label: '每个参数的字节数', domain: [0, 18], ticks: [0, 4, 8, 12, 16] }}
      />
    </Canvas>
  );
}
