import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { sizes, tallies } from './group-sizes.ts';

const curve = (of: (tally: (typeof tallies)[number]) => number): Point[] =>
  tallies.map((tally, i): Point => [sizes[i]!, of(tally)]);

/** What small groups cost when the gate has no favourites: choices that find no place, and places that stay empty. */
export default function GroupSize() {
  return (
    <Canvas id="group-size" height={300} label="组的大小与溢出、空座的关系">
      <Lines
        height={300}
        series={[
          { label: '空座', kind: 'muted', points: curve(({ empty }) => empty) },
          { label: '第一选择没座', kind: 'ink', points: curve(({ firstLost }) => firstLost) },
          { label: '整个溢出', kind: 'accent', points: curve(({ overflowed }) => overflowed) },
        ]}
        xAxis={{ scale: 'log2', label: '每组的 token 数 S', ticks: sizes }}
        yAxis={{ label: '占比', domain: [0, 0.35], format: (value) => formatPercent(value, 2) }}
      />
    </Canvas>
  );
}
