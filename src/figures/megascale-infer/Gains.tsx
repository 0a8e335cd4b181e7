import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Fig. 8: throughput per GPU over the baseline, as the paper prints it. */
const bar = (label: string, value: number, kind: 'accent' | 'muted' = 'muted') => ({
  label,
  parts: [{ kind, value }],
  note: `${value.toFixed(2)} 倍`,
});
const props: BarsProps = {
  bars: [
    bar('Scaled-MoE，比 vLLM，decode', 7.11),
    bar('Mixtral、DBRX，比 vLLM，decode', 2.56),
    bar('Scaled-MoE，比 TensorRT-LLM，decode', 1.9),
    bar('Mixtral、DBRX，比 TensorRT-LLM，decode', 1.28),
    bar('端到端（prefill 加 decode）', 1.18, 'accent'),
  ],
  domain: [0, 8],
  axis: false,
};

/** The headline numbers, from the rival and the phase that flatter most to those that do least. */
export default function Gains(): VNode {
  return (
    <Canvas id="gains" height={barsHeight(props)} label="单卡吞吐是对手的几倍">
      <Bars {...props} />
    </Canvas>
  );
}
