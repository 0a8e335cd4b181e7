import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { scales, stateVariances, type InputScale } from '#mechanisms/recurrence/state-variance.ts';

const decays = Array.from({ length: 300 }, () => 0.99);
const curve = (scale: InputScale): Point[] => stateVariances(decays, scale).map((v, t) => [t + 1, v]);

/** The state's variance under three factors on the input, a = 0.99. */
export default function Variance() {
  return (
    <Canvas id="griffin-variance" height={300} label="状态的方差随步数的变化，输入乘三种不同的系数">
      <Lines
        height={300}
        series={[
          { label: '不乘系数', kind: 'ink', points: curve(scales.plain), marker: 'none' },
          { label: '乘根号', kind: 'accent', points: curve(scales.normalised), marker: 'none' },
          { label: '乘 $1−a$', kind: 'item-2', points: curve(scales.averaging), marker: 'none', dashed: true },
        ]}
        xAxis={{ label: '步数 $t$', domain: [0, 300], ticks: [0, 100, 200, 300] }}
        yAxis={{ scale: 'log', label: '状态的方差', domain: [0.0001, 100], ticks: [0.0001, 0.01, 1, 100] }}
      />
    </Canvas>
  );
}
