import { PairBars } from '#figures/speculative-sampling/PairBars.tsx';
import { words } from '#figures/speculative-sampling/weather.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { most, type Run, type State } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const TOP = { from: 44, to: 214 };
const LINES = { y: 274, height: 290 };

const keys = [
  { kind: 'item-1', label: t.kept },
  { kind: 'item-1', tone: 'ghost', label: t.rejected },
  { kind: 'item-4', label: t.added },
] as const;

const points = (gains: readonly number[]): Point[] => gains.map((gain, K) => [K, gain]);

/** The two distributions of one position with what is written, above the gain by the number of proposals. */
export function View({ state, result }: { state: State; result: Run }) {
  const { p, q, out, distance, alone, together } = result;
  const crowd: Series = { label: t.together(state.batch), kind: 'accent', points: points(together), marker: 'circle' };
  const single: Series = { label: t.alone, kind: 'muted', points: points(alone), marker: 'none', dashed: true };
  return (
    <Canvas id="speculative-rounds" height={LINES.y + LINES.height} label={t.label} minWidth={600}>
      <Legend keys={keys} width={columnWidth - 260} />
      <Label x={columnWidth} y={7} text={t.out(fixed(2)(distance))} size={fontSize.small} anchor="end" />
      <PairBars words={words} p={p} q={q} out={out} top={TOP.from} bottom={TOP.to} most={1} digits={2} />
      <Lines
        y={LINES.y}
        height={LINES.height}
        series={state.batch === 1 ? [crowd] : [single, crowd]}
        xAxis={{ label: t.K, domain: [0, most.K], ticks: [0, 2, 4, 6, 8, 10, 12] }}
        yAxis={{ label: t.gain, domain: [0, most.speedup], ticks: [0, 1, 2, 3, 4] }}
        references={[{ axis: 'y', value: 1, label: '' }]}
        cursor={state.K}
      />
    </Canvas>
  );
}
