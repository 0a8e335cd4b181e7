import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { cycleStack, intervalCycles } from '#mechanisms/hardware/interval-model.ts';
import { example, simulated } from './setting.ts';
import { causes, words } from './words.zh.ts';

/** The causes of the example from the bottom of the stack up: S_I first, then contention. */
const shown = ['selected', 'short_scoreboard', 'long_scoreboard', 'wait', 'math_pipe', 'not_selected'] as const;

const props: BarsProps = {
  bars: [1, 2, 4, 8].map((warps) => {
    const stack = cycleStack(example, warps);
    return {
      label: words.warps(warps),
      parts: shown.map((cause) => ({ kind: causes[cause].kind, value: stack[cause], label: String(stack[cause]) })),
      note: words.stackNote(intervalCycles(example, warps), simulated(example, warps)),
    };
  }),
  keys: shown.map((cause) => ({ kind: causes[cause].kind, label: causes[cause].label })),
  label: words.cycles,
};

/** Predicted cycles of 1 to 8 warps by cause: the first four parts stay, the queues grow. */
export default function CpiStack(): VNode {
  return (
    <Canvas id="cpi-stack" height={barsHeight(props)} minWidth={600} label="1、2、4、8 个 warp 时周期按原因堆叠">
      <Bars {...props} />
    </Canvas>
  );
}
