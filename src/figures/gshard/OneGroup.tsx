import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Grid, type Highlight } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { itemKind, textOf } from '#draw/palette.ts';
import { combineWeights } from '#mechanisms/moe/dispatch.ts';
import { C, groupA } from './setting.ts';
import { words } from './words.zh.ts';

const CELL = 42;
const TOP = 52;
const GATES = 34;
const COMBINE = GATES + 4 * CELL + 56;
const { g, routing, name } = groupA;
const combine = combineWeights(routing);

/** First choices in accent, second choices in ink. */
const choices: Highlight[] = routing.choices.flatMap(({ e1, e2 }, s) => [
  { row: s, column: e2, kind: 'ink' as const },
  { row: s, column: e1, kind: 'accent' as const },
]);

/** weights[token][expert × place]; nothing where the token does not sit there. */
const seats = g.toRows().map((_, s) => combine.flatMap((places) => places.row(s)).map((w) => (w === 0 ? null : w)));

/** Algorithm 1 on one group: the gates that go in, the combine weights that come out. */
export default function OneGroup() {
  return (
    <Canvas id="one-group" height={TOP + 4 * CELL + 26} label="A 组四个 token 的门控值与合并权重" minWidth={560}>
      <Label x={GATES} y={10} text={words.gates} bold />
      <Label x={COMBINE} y={10} text={words.combine} bold />
      {combine.map((_, e) => (
        <g key={e}>
          <Name x={GATES + (e + 0.5) * CELL} e={e} />
          <Name x={COMBINE + (e + 0.5) * C * CELL} e={e} />
        </g>
      ))}
      {seats.map((_, s) => (
        <Label key={s} x={GATES - 8} y={TOP + (s + 0.5) * CELL} text={`${name}${s + 1}`} anchor="end" />
      ))}
      <Grid
        values={g.toRows()}
        x={GATES}
        y={TOP}
        width={4 * CELL}
        cell={CELL}
        domain={[0, 1]}
        format={fixed(1)}
        highlights={choices}
      />
      <Arrow from={[GATES + 4 * CELL + 10, TOP + 2 * CELL]} to={[COMBINE - 10, TOP + 2 * CELL]} kind="ink" />
      <Grid
        values={seats}
        x={COMBINE}
        y={TOP}
        width={4 * C * CELL}
        cell={CELL}
        domain={[0, 1]}
        format={fixed(2)}
        kindOf={(s, c) => (seats[s]![c] === null ? 'neutral' : undefined)}
        blocks={{ columns: C }}
      />
      {seats[0]!.map((_, c) => (
        <Label
          key={c}
          x={COMBINE + (c + 0.5) * CELL}
          y={TOP + 4 * CELL + 13}
          text={`座 ${(c % C) + 1}`}
          size={fontSize.small}
          anchor="middle"
        />
      ))}
    </Canvas>
  );
}

function Name({ x, e }: { x: number; e: number }) {
  return (
    <Label
      x={x}
      y={TOP - 13}
      text={words.expert(e)}
      size={fontSize.small}
      anchor="middle"
      colour={textOf(itemKind(e))}
    />
  );
}
