import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import type { Kind } from '#draw/palette.ts';

/** Fig. 5 of the paper: percent of linear scaling, from one GPU with the 1.2B model. */
const efficiency: readonly [model: string, gpus: number, percent: number][] = [
  ['1.2B', 1, 100],
  ['2.5B', 2, 96],
  ['4.2B', 4, 82],
  ['8.3B', 8, 77],
  ['1.2B', 64, 95],
  ['2.5B', 128, 83],
  ['4.2B', 256, 79],
  ['8.3B', 512, 74],
];
const alone: Kind = 'accent';
const together: Kind = 'ink';

const bars: Bar[] = efficiency.map(([model, gpus, percent]) => ({
  label: `${model}，${gpus} 卡`,
  parts: [{ kind: gpus > 8 ? together : alone, value: percent }],
}));
const props: BarsProps = {
  bars,
  axis: false,
  domain: [0, 100],
  format: (value) => `${value}%`,
  keys: [
    { kind: alone, label: '只用张量并行' },
    { kind: together, label: '再乘 64 路数据并行' },
  ],
};

/** Weak scaling as the paper measured it. */
export default function WeakScaling() {
  return (
    <Canvas id="weak-scaling" height={barsHeight(props)} label="论文图 5：弱扩展效率">
      <Bars {...props} />
    </Canvas>
  );
}
