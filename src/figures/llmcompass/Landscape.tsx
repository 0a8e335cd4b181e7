import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { landscape } from './mlp-mappings.ts';

/** Ranks as a percentage, so that searches of different size share an axis. */
const series = (phase: keyof typeof landscape): Series => {
  const { ratios } = landscape[phase];
  return {
    label: phase,
    kind: phase,
    points: ratios.map((ratio, i) => [(100 * i) / (ratios.length - 1), ratio]),
    marker: 'none',
  };
};

/** Every candidate mapping of one product, from the fastest to the slowest, in multiples of the roofline bound. */
export default function Landscape(): VNode {
  return (
    <Canvas id="landscape" height={290} label="全部候选映射的时间是屋顶线下界的几倍，由快到慢">
      <Lines
        height={290}
        series={[series('prefill'), series('decode')]}
        xAxis={{ label: '候选映射由快到慢，排在前百分之几', domain: [0, 100] }}
        yAxis={{ scale: 'log', label: '时间是下界的几倍', domain: [0.9, 15], ticks: [1, 2, 5, 10] }}
        references={[{ axis: 'y', value: 1, label: '屋顶线下界' }]}
      />
    </Canvas>
  );
}
