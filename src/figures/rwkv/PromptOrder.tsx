import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Table 6: prompts as for ChatGPT, prompts re-ordered for an RNN, and ChatGPT. */
const measured = [
  { task: 'RTE', before: 44.2, after: 74.8, chatgpt: 88.1 },
  { task: 'WNLI', before: 47.9, after: 49.3, chatgpt: 81.7 },
  { task: 'GoEmotions', before: 7.9, after: 7.9, chatgpt: 25.6 },
  { task: 'PolEmo2', before: 38.2, after: 40.9, chatgpt: 44.1 },
];

const props: BarsProps = {
  orientation: 'vertical',
  arrangement: 'grouped',
  height: 300,
  label: 'F1（WNLI 是正确率），%',
  domain: [0, 100],
  bars: measured.map(({ task, before, after, chatgpt }) => ({
    label: task,
    parts: [
      { kind: 'accent', tone: 'tint', value: before },
      { kind: 'accent', value: after },
      { kind: 'ink', value: chatgpt },
    ],
  })),
  keys: [
    { kind: 'accent', tone: 'tint', label: '14B Raven，照搬 ChatGPT 的提示' },
    { kind: 'accent', label: '14B Raven，调换次序' },
    { kind: 'ink', label: 'ChatGPT' },
  ],
};

/** What the order of a prompt does to a model that cannot look back. */
export default function PromptOrder() {
  return (
    <Canvas id="rwkv-order" height={300} label="四个任务上，调换提示次序前后的 RWKV-4-Raven-14B 与 ChatGPT">
      <Bars {...props} />
    </Canvas>
  );
}
