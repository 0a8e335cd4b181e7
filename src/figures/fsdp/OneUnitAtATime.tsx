import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { line, muted } from '#draw/palette.ts';
import type { FsdpMoment } from '#mechanisms/training-memory/fsdp-ledger.ts';
import { hero } from './setting.ts';
import { words } from './words.zh.ts';

const { model, ledger } = hero;
const LEFT = 54;
const COLUMN = 119;
/** Width of one element. */
const UNIT = 3.15;
const GAP = 4;
const ROW = { parameters: 14, gradients: 9, step: 35 };
const TOP = 84;

const nothing = model.units.map(() => 0);
const atRest: FsdpMoment = {
  phase: 'forward',
  unit: 0,
  gathered: nothing,
  wholeGradients: nothing,
  gradientShards: nothing,
};
/** Five moments of a step that has really been run. */
const moments: FsdpMoment[] = [
  atRest,
  ledger.moments.find(({ gathered }) => gathered[0]! > 0)!,
  ledger.moments.find(({ gathered }) => gathered[1]! > 0)!,
  ledger.moments.find(({ gathered, wholeGradients }) => gathered[1]! > 0 && wholeGradients[1]! > 0)!,
  ledger.moments.findLast(({ phase }) => phase === 'backward')!,
];
const shards = model.units.reduce((sum, { psi, F }) => sum + psi / F, 0);
const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);

/** Left edge of a unit within a column. */
const unitX = (unit: number): number => model.units.slice(0, unit).reduce((x, { psi }) => x + psi * UNIT + GAP, 0);

/** The hero: three units over four ranks, at five moments of one step; every row is one rank's memory. */
export default function OneUnitAtATime() {
  const bottom = TOP + model.W * ROW.step;
  return (
    <Canvas
      id="fsdp-one-unit"
      height={bottom + 42}
      label="三个单元分在四张卡上，一个训练步里五个时刻各卡手里的参数和梯度"
      minWidth={600}
    >
      <Legend
        keys={[
          { kind: 'parameters', label: `参数：${words.own}` },
          { kind: 'parameters', tone: 'tint', label: words.borrowed },
          { kind: 'gradients', tone: 'tint', label: words.wholeGradient },
          { kind: 'gradients', label: words.gradient },
        ]}
      />
      {moments.map((moment, i) => (
        <Column key={i} moment={moment} x={LEFT + i * COLUMN} name={words.moments[i]!} doing={words.doing[i]!} />
      ))}
      {Array.from({ length: model.W }, (_, rank) => (
        <Label key={rank} x={0} y={TOP + rank * ROW.step + 10} text={words.gpu(rank)} colour={muted} />
      ))}
      {moments.map(({ gathered }, i) => (
        <Label
          key={i}
          x={LEFT + i * COLUMN + 53}
          y={bottom + 8}
          text={words.held(shards, sum(gathered))}
          anchor="middle"
          size={fontSize.small}
        />
      ))}
      <Label x={LEFT} y={bottom + 30} text="每张卡手里的参数（元素个数）" size={fontSize.small} colour={muted} />
    </Canvas>
  );
}

function Column({ moment, x, name, doing }: { moment: FsdpMoment; x: number; name: string; doing: string }) {
  return (
    <g>
      <Label x={x + 53} y={TOP - 38} text={name} anchor="middle" bold />
      <Label x={x + 53} y={TOP - 18} text={doing} anchor="middle" size={fontSize.small} colour={muted} />
      {Array.from({ length: model.W }, (_, rank) =>
        model.units.map((_, unit) => (
          <Unit key={unit} moment={moment} rank={rank} unit={unit} x={x + unitX(unit)} y={TOP + rank * ROW.step} />
        )),
      )}
    </g>
  );
}

interface UnitProps {
  moment: FsdpMoment;
  rank: number;
  unit: number;
  x: number;
  y: number;
}

/** One unit in one rank's memory: its parameters above, its gradient below, F segments each. */
function Unit({ moment, rank, unit, x, y }: UnitProps) {
  const { psi, F } = model.units[unit]!;
  const width = (psi / F) * UNIT;
  const below = y + ROW.parameters + 1;
  const whole = { parameters: moment.gathered[unit]! > 0, gradients: moment.wholeGradients[unit]! > 0 };
  const height = { parameters: ROW.parameters, gradients: ROW.gradients };
  return (
    <g>
      <rect x={x} y={y} width={psi * UNIT} height={ROW.parameters} fill="none" stroke={line} />
      {Array.from({ length: F }, (_, segment) => {
        const own = segment === rank % F;
        const left = x + segment * width;
        return (
          <g key={segment}>
            {own ? (
              <Mark kind="parameters" x={left} y={y} width={width} height={height.parameters} />
            ) : (
              whole.parameters && (
                <Mark kind="parameters" tone="tint" x={left} y={y} width={width} height={height.parameters} />
              )
            )}
            {whole.gradients && (
              <Mark kind="gradients" tone="tint" x={left} y={below} width={width} height={height.gradients} />
            )}
            {own && moment.gradientShards[unit]! > 0 && (
              <Mark kind="gradients" x={left} y={below} width={width} height={height.gradients} />
            )}
          </g>
        );
      })}
    </g>
  );
}
