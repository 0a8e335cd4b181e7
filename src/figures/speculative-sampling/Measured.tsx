import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { alone, K, measured } from './setting.ts';

/** What a token costs of each model: the round's share of time, spread over its tokens. */
const split = ({ tokensPerRound, ms }: (typeof measured)['xsum']) => ({
  parts: [
    { kind: 'item-1', value: (K * alone.draft()) / tokensPerRound },
    { kind: 'item-4', value: alone.target() / tokensPerRound },
  ] as const,
  note: `${ms.toFixed(2)} ms`,
});

const props: BarsProps = {
  bars: [
    { label: '逐个采样', parts: [{ kind: 'item-4', value: alone.target() }], note: `${alone.target()} ms` },
    { label: 'XSum，核采样', ...split(measured.xsum) },
    { label: 'HumanEval', ...split(measured.humanEval) },
  ],
  label: '平均每个 token（ms）',
  keys: [
    { kind: 'item-1', label: '摊到草稿模型' },
    { kind: 'item-4', label: '摊到目标模型' },
  ],
};

/** Table 1: time per token, divided between the models as 4 × 1.8 to 14.1. */
export default function Measured(): VNode {
  return (
    <Canvas id="measured" height={barsHeight(props)} label="Chinchilla 70B 平均每个 token 的时间，表 1">
      <Bars {...props} />
    </Canvas>
  );
}
