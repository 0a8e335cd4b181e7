import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Legend } from '#draw/Legend.tsx';
import { PairBars } from './PairBars.tsx';
import { p, q, words } from './setting.ts';

const keys = [
  { kind: 'item-1', label: '接受：min(p, q)' },
  { kind: 'item-1', tone: 'ghost', label: '拒绝：p 多出的' },
  { kind: 'item-4', label: '补采：q 多出的' },
] as const;

/** The two distributions of the page's one position, parted into kept, rejected and replaced. */
export default function Coupling(): VNode {
  return (
    <Canvas id="coupling" height={316} label="“真”之后五个词的草稿概率 p 与目标概率 q，分成接受、拒绝与补采三部分">
      <Legend keys={keys} />
      <PairBars words={words} p={p} q={q} top={40} bottom={262} most={0.5} />
    </Canvas>
  );
}
