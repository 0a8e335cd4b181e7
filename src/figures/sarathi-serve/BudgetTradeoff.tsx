import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { SmallPlots } from '#figures/serving/SmallPlots.tsx';
import { budgetSweep } from '#mechanisms/serving/race.ts';
import type { Course } from '#mechanisms/serving/race.ts';
import { serviceLevels, type ServiceLevels } from '#mechanisms/serving/service-levels.ts';
import { backlog, course, lone, target } from './setting.ts';

const budgets = [64, 128, 256, 512, 1024, 2048, 4096];
const sweep = (on: Course, value: (levels: ServiceLevels) => number): Point[] =>
  budgetSweep(on, budgets).map(({ tau, run }) => [tau, value(serviceLevels(run))]);

const xAxis = { scale: 'log2', label: '预算 $τ$', ticks: [64, 256, 1024, 4096] } as const;
const series = (points: Point[]) => [{ label: '', kind: 'accent' as const, points }];

/** What τ buys and costs: the longest wait, the first token of a lone prompt, the throughput of a backlog. */
export default function BudgetTradeoff(): VNode {
  return (
    <Canvas
      id="budget-tradeoff"
      height={230}
      minWidth={600}
      label="token 预算对最长 TBT、单个 prompt 的 TTFT 和积压时吞吐的影响"
    >
      <SmallPlots
        width={columnWidth - 16}
        height={230}
        plots={[
          {
            series: series(sweep(course, ({ maxTbt }) => maxTbt * 1e3)),
            xAxis,
            yAxis: { label: '最长 TBT（ms）' },
            references: [{ axis: 'y', value: target * 1e3, label: `目标 ${target * 1e3}` }],
          },
          {
            series: series(sweep(lone, ({ maxTtft }) => maxTtft * 1e3)),
            xAxis,
            yAxis: { label: '单个 prompt 的 TTFT（ms）' },
          },
          {
            series: series(sweep(backlog, ({ throughput }) => throughput)),
            xAxis,
            yAxis: { label: '积压时吞吐（token/s）' },
          },
        ]}
      />
    </Canvas>
  );
}
