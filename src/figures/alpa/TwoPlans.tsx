import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, muted, textOf, type Kind } from '#draw/palette.ts';
import type { Plan } from '#mechanisms/parallelism/operator-graph.ts';
import { shardingSpecs, specName } from '#mechanisms/parallelism/sharding-spec.ts';
import { HeldTile } from './HeldTile.tsx';
import { mesh, optimum, priced, tokens } from './mlp.ts';
import { words } from './words.zh.ts';

/** The rows and columns of each tensor in figure units, and whether it is a weight, an activation or a gradient. */
const LONG = 60;
const SHORT = 26;
const looks: Record<string, { rows: number; columns: number; kind: Kind }> = {
  X: { rows: LONG, columns: SHORT, kind: 'activations' },
  A: { rows: SHORT, columns: LONG, kind: 'parameters' },
  Y: { rows: LONG, columns: LONG, kind: 'activations' },
  B: { rows: LONG, columns: SHORT, kind: 'parameters' },
  Z: { rows: LONG, columns: SHORT, kind: 'activations' },
  dZ: { rows: LONG, columns: SHORT, kind: 'activations' },
  dB: { rows: LONG, columns: SHORT, kind: 'gradients' },
  dY: { rows: LONG, columns: LONG, kind: 'activations' },
  dA: { rows: SHORT, columns: LONG, kind: 'gradients' },
  dX: { rows: LONG, columns: SHORT, kind: 'activations' },
};
const passes = [
  ['X', 'A', 'Y', 'B', 'Z'],
  ['dZ', 'dB', 'dY', 'dA', 'dX'],
];
const signs = ['×', '→', '×', '→'];

const LEFT = 66;
const COLUMN = 120;
const ROW = LONG + 52;
const PLAN = 2 * ROW + 40;
const TOP = 28;
const keys = (['activations', 'parameters', 'gradients', 'communication'] as const).map((kind) => ({
  kind,
  label: words.memory[kind],
}));
const specOf = new Map(shardingSpecs(2, mesh).map((spec) => [specName(spec), spec]));
const plans: { name: string; plan: Plan }[] = [
  { name: words.plans.data, plan: priced('data') },
  { name: words.solved, plan: optimum(tokens) },
];

/** Ten tensors of one MLP under two plans: what one card holds of each, and what has to be all-reduced. */
export default function TwoPlans() {
  return (
    <Canvas
      id="alpa-two-plans"
      height={TOP + 2 * PLAN - 10}
      label={`同一个 MLP 的两种方案：${plans.map(({ name, plan }) => `${name}，通信 ${plan.time}`).join('；')}`}
      minWidth={600}
    >
      <Legend keys={keys} />
      {plans.map(({ name, plan }, i) => (
        <g key={name} transform={`translate(0 ${TOP + i * PLAN})`}>
          <Label x={0} y={12} text={name} bold />
          <Label x={646} y={12} text={words.total(plan.time)} anchor="end" bold colour={textOf('communication')} />
          <path d="M0 26H646" stroke={colourOf('muted')} stroke-opacity={0.4} />
          {passes.map((names, pass) => (
            <Pass key={pass} names={names} plan={plan} pass={pass} y={32 + pass * ROW} />
          ))}
        </g>
      ))}
    </Canvas>
  );
}

function Pass({ names, plan, pass, y }: { names: readonly string[]; plan: Plan; pass: number; y: number }) {
  return (
    <g>
      <Label x={0} y={y + 20 + LONG / 2} text={words.passes[pass]!} colour={muted} />
      {names.map((name, i) => (
        <g key={name}>
          <Tensor name={name} plan={plan} x={LEFT + (i + 0.5) * COLUMN - 4} y={y} />
          {pass === 0 && i < signs.length && (
            <Label
              x={LEFT + (i + 1) * COLUMN - 4}
              y={y + 20 + LONG / 2}
              text={signs[i]!}
              anchor="middle"
              size={fontSize.large}
              colour={muted}
            />
          )}
        </g>
      ))}
    </g>
  );
}

/** A tensor under its name and layout, centred on x; below it the all-reduce that completes it, if it takes one. */
function Tensor({ name, plan, x, y }: { name: string; plan: Plan; x: number; y: number }) {
  const { rows, columns, kind } = looks[name]!;
  const { output, time } = plan.steps.find((step) => step.name === name)!;
  const text = words.allReduce(time);
  return (
    <g>
      <Label x={x} y={y + 8} text={words.tensor(name, output)} size={fontSize.small} anchor="middle" />
      <HeldTile
        spec={specOf.get(output)!}
        mesh={mesh}
        device={[0, 1]}
        kind={kind}
        x={x - columns / 2}
        y={y + 20 + (LONG - rows) / 2}
        width={columns}
        height={rows}
      />
      {time > 0 && (
        <g>
          <Mark kind="communication" x={x - 52} y={y + 25 + LONG} width={12} height={10} />
          <Label x={x - 36} y={y + 30 + LONG} text={text} size={fontSize.small} colour={textOf('communication')} />
        </g>
      )}
    </g>
  );
}
