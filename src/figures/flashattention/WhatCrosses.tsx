import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { flashForward, standardForward } from '#mechanisms/attention/io-cost.ts';
import { traffic } from '#mechanisms/attention/work.ts';
import { Bc, d, gigabytes, N } from './setting.ts';

const scores = { reads: N * N, writes: 0, flops: 0 };
const vectors = { reads: traffic(standardForward({ N, d })) - 4 * N * N, writes: 0, flops: 0 };
const flash = flashForward({ N, d, Bc });

const bars: Bar[] = [
  {
    label: '标准算法',
    parts: [
      { kind: 'activations', value: gigabytes(scores), label: '写 S' },
      { kind: 'activations', value: gigabytes(scores), label: '读 S', tone: 'tint' },
      { kind: 'optimizer', value: gigabytes(scores), label: '写 P' },
      { kind: 'optimizer', value: gigabytes(scores), label: '读 P', tone: 'tint' },
      { kind: 'q', value: gigabytes(vectors) },
    ],
  },
  { label: 'FlashAttention', parts: [{ kind: 'q', value: gigabytes(flash) }] },
];

const props: BarsProps = {
  bars,
  format: (value) => `${value.toFixed(1)} GB`,
  keys: [
    { kind: 'activations', label: '分数矩阵 S' },
    { kind: 'optimizer', label: '概率矩阵 P' },
    { kind: 'q', label: 'Q、K、V、O 与 m、ℓ' },
  ],
  label: '一次前向的显存读写',
};

/** What crosses the boundary of the chip in one forward pass, matrix by matrix. */
export default function WhatCrosses() {
  return (
    <Canvas id="what-crosses" height={barsHeight(props)} label="标准算法与 FlashAttention 一次前向的显存读写，按矩阵分">
      <Bars {...props} />
    </Canvas>
  );
}
