import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { leads } from './table3.ts';

const props: BarsProps = {
  bars: leads.map(({ task, lead }) => ({
    label: task,
    parts: [{ kind: lead > 0 ? 'accent' : 'ink', value: lead }],
    note: `${lead > 0 ? '+' : ''}${fixed(1)(lead)}`,
  })),
  domain: [-5, 20],
  label: 'LLaMA-13B 减 GPT-3 175B（百分点）',
  height: 300,
};

/** Table 3: where a model of 13B is ahead of one of 175B, and where it is not. */
export default function CommonSense() {
  return (
    <Canvas id="llama-common-sense" height={300} label="七项零样本常识题上 LLaMA-13B 与 GPT-3 175B 的差">
      <Bars {...props} />
    </Canvas>
  );
}
