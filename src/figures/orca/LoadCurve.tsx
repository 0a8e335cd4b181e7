import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { a100, mistral7b, roofline } from '#mechanisms/serving/cost.ts';
import { simulate } from '#mechanisms/serving/engine.ts';
import type { Policy } from '#mechanisms/serving/iteration-plan.ts';
import { normalizedLatency, percentile } from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';
import { orcaWorkload, poissonTrace } from '#mechanisms/serving/request.ts';

const rates = [2, 4, 8, 12, 16, 20, 24, 28];
const places = 16;
const time = roofline(mistral7b, a100);

/** Median normalized latency in milliseconds, over 160 requests of the paper's synthetic workload. */
function latency(policy: Policy, rate: number): number {
  const trace = poissonTrace({ ...orcaWorkload, count: 160, rate }, 7);
  const run = simulate({ trace, policy, time, pool: { blocks: 2048, blockSize: 16 } });
  return percentile([...normalizedLatency(run).values()], 50) * 1e3;
}
const curve = (policy: Policy): Point[] => rates.map((rate) => [rate, latency(policy, rate)]);

/** The paper's way of comparing (Fig. 10), on our engine: median normalized latency against load. */
export default function LoadCurve() {
  return (
    <Canvas id="load-curve" height={320} label="归一化延迟随请求到达率的变化">
      <Lines
        height={320}
        series={[
          { label: '请求级', kind: 'ink', points: curve(requestLevel(places)) },
          { label: 'Orca', kind: 'accent', points: curve(orca(places)) },
        ]}
        xAxis={{ label: '每秒到达的请求数' }}
        yAxis={{ scale: 'log', label: '归一化延迟中位数（ms / token）', ticks: [10, 20, 50, 100, 200, 500] }}
      />
    </Canvas>
  );
}
