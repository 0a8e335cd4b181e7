import { Canvas } from '#draw/Canvas.tsx';
import { polyline } from '#draw/curve.ts';
import { fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { colourOf, line, muted, textOf } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { spread } from '#draw/spread.ts';
import { handBuiltSsm, runCopying, type CopyingStep, type StepSizes } from '#mechanisms/recurrence/copying-ssm.ts';
import { drawStrip } from '#mechanisms/recurrence/selective-copying.ts';
import { GateStrip } from './GateStrip.tsx';
import { colourNames, constant, selective, task } from './setting.ts';
import { TokenStrip } from './TokenStrip.tsx';
import { cell, gutter, kindOf, left } from './track.ts';

const strip = drawStrip(task, 73);
/** Room right of the last token for the names of the lines. */
const right = 22;
const GATE = { y: 26, height: 22 };
const STATE = { y: 60, height: 96 };
const PANEL = 172;
const TOP = 34;

/** What four state entries remember while a strip goes by, with a Δ for each kind of token and with one for all. */
export default function Recall() {
  return (
    <Canvas
      id="mamba-recall"
      width={646 + right}
      height={TOP + 2 * PANEL}
      label="同一条纸带走过两个状态空间模型：选择性的在噪声处不动，时不变的一路忘掉"
    >
      <Label x={0} y={9} text="输入 $x_t$" />
      <TokenStrip strip={strip} y={0} />
      <Panel y={TOP} title={`选择性：数据 Δ = ${selective.data}，噪声 Δ = ${selective.noise}`} delta={selective} />
      <Panel y={TOP + PANEL} title={`时不变：一律 Δ = ${constant.data}`} delta={constant} />
    </Canvas>
  );
}

/** The slowest entry of each colour's state: row n = 0, A = −1. */
function Panel({ y, title, delta }: { y: number; title: string; delta: StepSizes }) {
  const { steps } = runCopying(handBuiltSsm(task, delta), strip);
  const height = linearScale(
    [0, Math.max(...steps.map((s) => s.gates[0]!))],
    [y + STATE.y + STATE.height, y + STATE.y],
  );
  const lines = colourNames.map((name, i) => ({ name, colour: i + 1, path: pathOf(steps, i + 1, height.at) }));
  const ends = spread(
    lines.map(({ path }) => path.at(-1)![1]),
    lines.map(() => 15),
    y + STATE.y,
    y + STATE.y + STATE.height + 8,
  );
  const base = y + STATE.y + STATE.height;
  return (
    <g>
      <Label x={0} y={y + 9} text={title} bold />
      <Label x={0} y={y + GATE.y + GATE.height / 2} text="门 $g_t$" />
      <GateStrip gates={steps.map((s) => s.gates[0]!)} y={y + GATE.y} height={GATE.height} />
      <Label x={0} y={y + STATE.y + STATE.height / 2} text="状态 $h_t$" />
      <Label x={0} y={y + STATE.y + STATE.height / 2 + 18} text="每色一个数" size={fontSize.small} colour={muted} />
      <path d={`M${gutter} ${base}H${left(task.L)}`} stroke={line} />
      {lines.map(({ name, colour, path }) => (
        <path key={name} d={polyline(path)} fill="none" stroke={colourOf(kindOf(colour))} stroke-width={2} />
      ))}
      {lines.map(({ name, colour }, i) => (
        <Label key={name} x={left(task.L) + 6} y={ends[i]!} text={name} colour={textOf(kindOf(colour))} />
      ))}
    </g>
  );
}

/** A token's state holds until the next token. */
function pathOf(steps: readonly CopyingStep[], colour: number, at: (value: number) => number): Point[] {
  return steps.flatMap(({ h }, t): Point[] => {
    const y = at(h.at(colour, 0));
    return [
      [left(t) + cell / 2, y],
      [left(t + 1) + (t + 1 < task.L ? cell / 2 : 0), y],
    ];
  });
}
