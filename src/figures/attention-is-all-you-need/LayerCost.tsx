import { Canvas } from '#draw/Canvas.tsx';
import { formatSI } from '#draw/format.ts';
import { Lines } from '#draw/Lines.tsx';
import { layerCosts } from '#mechanisms/attention/layer-cost.ts';
import { base } from '#mechanisms/attention/transformer-size.ts';

const d = base.dModel;
const lengths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];
const cost = (type: 'self-attention' | 'recurrent') =>
  lengths.map((n): [number, number] => [n, layerCosts[type]({ n, d, k: 3, r: 3 }).complexity]);

/** Table 1 as curves for the base model's width: they cross where n = d. */
export default function LayerCost() {
  return (
    <Canvas id="layer-cost" height={320} label="每层计算量随序列长度的变化：自注意力与循环层在 n = 512 相交">
      <Lines
        height={320}
        series={[
          { label: '自注意力\n$n^2·d$', kind: 'accent', points: cost('self-attention') },
          { label: '循环层\n$n·d^2$', kind: 'ink', points: cost('recurrent') },
        ]}
        xAxis={{ scale: 'log2', label: '序列长度 $n$（token）', ticks: lengths }}
        yAxis={{ scale: 'log', label: '每层的计算量（表 1 括号里的项）', format: formatSI }}
        references={[{ axis: 'x', value: d, label: `$n=d$ = ${d}` }]}
      />
    </Canvas>
  );
}
