import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Legend } from '#draw/Legend.tsx';
import { Lines } from '#draw/Lines.tsx';
import { optimum, priced, solvedAt, type HandPlan } from './mlp.ts';
import { words } from './words.zh.ts';

const HEIGHT = 380;
const LEGEND = 24;
const sizes = [4, 8, 16, 32, 64, 128, 256, 512, 1024];
const cost = (plan: HandPlan): Point[] => sizes.map((b) => [b, priced(plan, b).time]);

/** Points without a line: between them the program was not solved, and a line would lie. */
const solved = solvedAt.flatMap((b): Point[] => [
  [b, NaN],
  [b, optimum(b).time],
]);

/** Communication of four plans made by hand, and of the best, against the number of tokens. */
export default function PlanCosts() {
  return (
    <Canvas id="alpa-plan-costs" height={HEIGHT} label="token 数与一步的通信时间：四种固定方案与整数规划的最优">
      <Legend keys={[{ kind: 'accent', label: words.best }]} />
      <Lines
        y={LEGEND}
        height={HEIGHT - LEGEND}
        series={[
          { label: words.plans.tensor, kind: 'item-4', points: cost('tensor') },
          { label: words.plans.reversed, kind: 'item-2', points: cost('reversed') },
          { label: words.plans.custom, kind: 'ink', points: cost('custom') },
          { label: words.plans.data, kind: 'muted', points: cost('data') },
          { label: '', kind: 'accent', points: solved },
        ]}
        xAxis={{ scale: 'log2', label: 'token 数 $b$（层宽 $h$ = 8，$f$ = 32）', ticks: sizes }}
        yAxis={{ scale: 'log', label: '一步的通信时间', domain: [40, 3000], ticks: [50, 100, 200, 500, 1000, 2000] }}
      />
    </Canvas>
  );
}
