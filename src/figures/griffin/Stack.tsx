import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark, type Tone } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import { mixersOf, shape7B, type Family, type Mixer } from '#mechanisms/recurrence/griffin-size.ts';

const LEFT = 92;
const ROW = 32;
const TOP = 28;
const STEP = (columnWidth - LEFT) / shape7B.N;
const FLOW = 172;
const looks: Readonly<Record<Mixer, { kind: Kind; tone: Tone }>> = {
  recurrent: { kind: 'accent', tone: 'solid' },
  local: { kind: 'kv', tone: 'tint' },
  global: { kind: 'kv', tone: 'solid' },
};
const families: readonly { family: Family; name: string }[] = [
  { family: 'transformer', name: 'Transformer' },
  { family: 'hawk', name: 'Hawk' },
  { family: 'griffin', name: 'Griffin' },
];

/** The mixers of three models of 32 layers, and what is inside a recurrent block. */
export default function Stack() {
  return (
    <Canvas
      id="griffin-stack"
      height={FLOW + 158}
      minWidth={600}
      label="32 层的三种模型各用什么混合块，以及循环块内部的两条支路"
    >
      <Legend
        x={LEFT}
        width={columnWidth - LEFT}
        keys={[
          { ...looks.recurrent, label: '循环块' },
          { ...looks.local, label: '局部注意力' },
          { ...looks.global, label: '全局注意力' },
        ]}
      />
      {families.map(({ family, name }, row) => (
        <g key={family}>
          <Label x={0} y={TOP + row * ROW + 11} text={name} bold={family === 'griffin'} />
          {mixersOf(family, shape7B).map((mixer, n) => (
            <Mark key={n} {...looks[mixer]} x={LEFT + n * STEP} y={TOP + row * ROW} width={STEP - 2} height={22} />
          ))}
        </g>
      ))}
      <Label x={LEFT} y={TOP + 3 * ROW + 2} text="第 1 层" size={fontSize.small} colour={muted} />
      <Label
        x={columnWidth}
        y={TOP + 3 * ROW + 2}
        text={`第 ${shape7B.N} 层`}
        size={fontSize.small}
        colour={muted}
        anchor="end"
      />
      <Flow />
    </Canvas>
  );
}

const BOX = { width: 92, height: 34 };
const upper = FLOW + 34;
const lower = FLOW + 106;
const boxes = [
  { x: 92, y: upper, label: '线性层', kind: 'neutral' },
  { x: 212, y: upper, label: 'Conv1D', kind: 'neutral' },
  { x: 332, y: upper, label: 'RG-LRU', kind: 'accent' },
  { x: 92, y: lower, label: '线性层', kind: 'neutral' },
  { x: 332, y: lower, label: 'GeLU', kind: 'neutral' },
] as const;
const JOIN = { x: 468, y: (upper + lower) / 2 };
const OUT = { x: 510, y: JOIN.y };

/** The recurrent block: two branches from width D to D_RNN, multiplied and projected back. */
function Flow() {
  return (
    <g>
      <Label x={0} y={FLOW} text="循环块里面" bold />
      <Label x={36} y={JOIN.y} text="$x$（宽 $D$）" anchor="middle" />
      <Arrow from={[60, JOIN.y - 14]} to={[90, upper + 4]} />
      <Arrow from={[60, JOIN.y + 14]} to={[90, lower - 4]} />
      {boxes.map(({ x, y, label, kind }) => (
        <Box key={`${x}.${y}`} x={x} y={y} label={label} kind={kind} />
      ))}
      <Arrow from={[184, upper]} to={[210, upper]} />
      <Arrow from={[304, upper]} to={[330, upper]} />
      <Arrow from={[184, lower]} to={[330, lower]} />
      <Label x={257} y={lower - 13} text="宽 $D_{RNN}$" anchor="middle" size={fontSize.small} colour={muted} />
      <Arrow from={[424, upper]} to={[JOIN.x - 8, JOIN.y - 10]} />
      <Arrow from={[424, lower]} to={[JOIN.x - 8, JOIN.y + 10]} />
      <Label x={JOIN.x} y={JOIN.y} text="⊙" anchor="middle" size={fontSize.large + 5} />
      <Arrow from={[JOIN.x + 12, JOIN.y]} to={[OUT.x - 2, JOIN.y]} />
      <Box x={OUT.x} y={OUT.y} label="线性层" kind="neutral" />
      <Arrow from={[OUT.x + BOX.width, OUT.y]} to={[columnWidth - 2, OUT.y]} />
    </g>
  );
}

function Box({ x, y, label, kind }: { x: number; y: number; label: string; kind: Kind }) {
  const box = { x, y: y - BOX.height / 2, ...BOX };
  return (
    <g>
      <Mark kind={kind} tone={kind === 'neutral' ? 'tint' : 'solid'} {...box} radius={3} />
      <MarkLabel kind={kind} tone={kind === 'neutral' ? 'tint' : 'solid'} {...box} label={label} size={fontSize.base} />
    </g>
  );
}
