import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { iterationTime } from '#mechanisms/pipeline/recycle-cost.ts';
import type { RecycleSetup } from '#mechanisms/pipeline/recycle.ts';
import { decoupled, healthy, recycled, rerouted } from './talk.ts';

const limits = [4, 5, 6, 7, 8, 9];

/** The iteration time against the micro-batches whose activations a worker can keep. */
export default function Memory() {
  const line = (setup: RecycleSetup) => limits.map((memory) => [memory, iterationTime({ ...setup, memory })] as const);
  return (
    <Canvas id="recycle-memory" height={280} label="显存上限与一次迭代的格数：放得下 7 份激活，三招全开才回到 30 格">
      <Lines
        height={280}
        series={[
          { label: '只转交', kind: 'muted', points: line(rerouted) },
          { label: '加反向拆分', kind: 'ink', points: line(decoupled) },
          { label: '三招全开', kind: 'accent', points: line(recycled) },
        ]}
        xAxis={{ label: '每台机器最多存几份激活', ticks: limits }}
        yAxis={{ label: '一次迭代（格）', domain: [28, 40] }}
        references={[{ axis: 'y', value: iterationTime(healthy), label: '无故障' }]}
      />
    </Canvas>
  );
}
