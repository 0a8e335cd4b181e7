import { Canvas } from '#draw/Canvas.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { fontSize, round } from '#draw/frame.ts';
import { dataOf, drawStrip, NOISE, type CopyingTask } from '#mechanisms/recurrence/selective-copying.ts';
import { task } from './setting.ts';
import { TokenStrip } from './TokenStrip.tsx';
import { cell, left } from './track.ts';

const copying: CopyingTask = { ...task, placement: 'start' };
const groups = [
  { name: 'Copying：数据总在开头', strips: [3, 8].map((seed) => drawStrip(copying, seed)) },
  { name: 'Selective Copying：数据散在噪声里', strips: [73, 338, 212, 231].map((seed) => drawStrip(task, seed)) },
];
const ROW = 30;
const HEAD = 26;
const tops = groups.map((_, i) => groups.slice(0, i).reduce((sum, g) => sum + HEAD + g.strips.length * ROW + 8, 0));
const height = tops.at(-1)! + HEAD + groups.at(-1)!.strips.length * ROW;

/** Where the second data token lies in plain Copying and in Selective Copying. */
export default function LagSpread() {
  return (
    <Canvas id="mamba-lags" height={height} label="两种抄写任务里，第二个数据 token 离末尾的距离">
      {groups.map(({ name, strips }, g) => (
        <g key={name}>
          <Label x={0} y={tops[g]! + 9} text={name} bold />
          {strips.map((strip, i) => (
            <Strip key={i} strip={strip} y={tops[g]! + HEAD + i * ROW} />
          ))}
        </g>
      ))}
    </Canvas>
  );
}

function Strip({ strip, y }: { strip: readonly number[]; y: number }) {
  const second = strip.flatMap((token, t) => (token === NOISE ? [] : [t]))[1]!;
  const lag = strip.length - 1 - second;
  const under = y + cell + 4;
  return (
    <g data-data={dataOf(strip).join('')}>
      <Label x={0} y={y + cell / 2} text={`往回 ${lag} 格`} size={fontSize.small} />
      <TokenStrip strip={strip} y={y} />
      <path
        d={`M${round(left(second) + cell / 2)} ${round(under - 3)}V${round(under)}H${round(left(strip.length) - cell / 2)}V${round(under - 3)}`}
        stroke={muted}
        stroke-width={1.25}
        fill="none"
      />
    </g>
  );
}
