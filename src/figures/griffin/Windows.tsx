import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { causal, slidingWindow, type Mask } from '#mechanisms/attention/masks.ts';

const N = 10;
const w = 4;
const SIDE = 230;
const panels = [
  { title: '全局因果注意力', mask: causal, x: 44 },
  { title: `局部注意力，$w$ = ${w}`, mask: slidingWindow(w), x: columnWidth - SIDE - 28 },
];
const tokens = Array.from({ length: N }, (_, i) => i);

/** Which keys each query sees, without and with a window, and how many must be kept. */
export default function Windows() {
  return (
    <Canvas id="griffin-windows" height={SIDE + 70} label="十个 token 的因果掩码与宽 4 的滑动窗口掩码" minWidth={560}>
      {panels.map((panel) => (
        <Panel key={panel.title} {...panel} />
      ))}
    </Canvas>
  );
}

function Panel({ title, mask, x }: { title: string; mask: Mask; x: number }) {
  const kept = tokens.filter((j) => mask(N - 1, j)).length;
  return (
    <g>
      <Label x={x} y={9} text={title} bold />
      <Label x={x - 8} y={34} text="query" size={fontSize.small} anchor="end" colour={muted} />
      <Label x={x + SIDE} y={9} text="key" size={fontSize.small} anchor="end" colour={muted} />
      <Grid
        x={x}
        y={24}
        width={SIDE}
        height={SIDE}
        values={tokens.map((i) => tokens.map((j) => (mask(i, j) ? 1 : 0)))}
        kindOf={(i, j) => (mask(i, j) ? (i === N - 1 ? 'accent' : 'kv') : undefined)}
        masked={(i, j) => !mask(i, j)}
      />
      <Label
        x={x}
        y={SIDE + 46}
        text={`最后一行看 ${kept} 个 key，缓存就要留 ${kept} 份`}
        size={fontSize.small}
        colour={muted}
      />
    </g>
  );
}
