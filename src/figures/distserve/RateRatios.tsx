import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';

const ratio = fixed(1);
/** Sec. 6.2: how many times the request rate DistServe sustains; the largest where the paper gives a range. */
const props: BarsProps = {
  arrangement: 'grouped',
  bars: [
    { label: '聊天（三种模型中最高）', parts: pair(4.6, 7.4) },
    { label: '代码补全，66B', parts: pair(5.7, 1.6) },
    { label: '摘要，66B', parts: pair(4.3, 1.8) },
  ],
  domain: [0, 8],
  axis: false,
  format: (value) => `${ratio(value)} 倍`,
  keys: [
    { kind: 'ink', label: '对 vLLM' },
    { kind: 'muted', label: '对 DeepSpeed-MII（分块 prefill）' },
  ],
};

function pair(vllm: number, mii: number): BarsProps['bars'][number]['parts'] {
  return [
    { kind: 'ink', value: vllm },
    { kind: 'muted', value: mii },
  ];
}

/** The paper's rates relative to its two rivals. */
export default function RateRatios(): VNode {
  return (
    <Canvas id="rate-ratios" height={barsHeight(props)} label="DistServe 可承受的请求率是对手的几倍">
      <Bars {...props} />
    </Canvas>
  );
}
