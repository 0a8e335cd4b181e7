import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, tintOf, colourOf } from '#draw/palette.ts';
import { flatOver, linear } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 66;
const CELL = { width: 31, height: 26 };
const STRIPS = 134;
const STRIP = 66;

interface CellProps {
  x: number;
  y: number;
  value: number;
  /** The parameter that the element belongs to; -1 for padding. */
  of: number;
}

function Cell({ x, y, value, of }: CellProps) {
  const area = { x: x + 0.5, y, width: CELL.width - 1, height: CELL.height };
  return (
    <g>
      {of < 0 ? <Mark kind="idle" {...area} /> : <Mark kind="parameters" tone="tint" {...area} />}
      {of === 1 && <rect {...area} height={4} fill={colourOf('parameters')} />}
      <Label
        x={x + CELL.width / 2}
        y={y + CELL.height / 2 + (of === 1 ? 2 : 0)}
        text={String(value)}
        size={fontSize.small}
        anchor="middle"
        halo={of < 0 ? true : tintOf('parameters')}
      />
    </g>
  );
}

/** Fig. 3 of the paper, computed: an nn.Linear(4, 3) laid flat, padded, and cut for three sharding factors. */
export default function FlatAndCut() {
  const [weight, bias] = linear as readonly [(typeof linear)[number], (typeof linear)[number]];
  const columns = weight.shape[1]!;
  const biasX = LEFT + 280;
  return (
    <Canvas
      id="fsdp-flat"
      height={STRIPS + 3 * STRIP - 4}
      label="一个 4 进 3 出的线性层摊平成 15 个数，按不同的 F 补齐、切开"
      minWidth={600}
    >
      <Label x={LEFT} y={10} text={words.weight} colour={muted} />
      {weight.values.map((value, i) => (
        <Cell
          key={value}
          x={LEFT + (i % columns) * CELL.width}
          y={22 + Math.floor(i / columns) * (CELL.height + 1)}
          value={value}
          of={0}
        />
      ))}
      <Label x={biasX} y={10} text={words.bias} colour={muted} />
      {bias.values.map((value, i) => (
        <Cell key={value} x={biasX + i * CELL.width} y={22} value={value} of={1} />
      ))}
      <Arrow from={[LEFT + 62, 106]} to={[LEFT + 62, STRIPS - 4]} />
      <Arrow from={[biasX + 46, 54]} to={[LEFT + 13.5 * CELL.width, STRIPS - 4]} />
      {[2, 6, 16].map((F, i) => (
        <Strip key={F} F={F} y={STRIPS + i * STRIP} />
      ))}
    </Canvas>
  );
}

/** The FlatParameter over F ranks, a bracket under each shard. */
function Strip({ F, y }: { F: number; y: number }) {
  const { layout, shards } = flatOver(F);
  const size = layout.psi / F;
  const owner = (element: number) => layout.views.findIndex(({ start, end }) => element >= start && element < end);
  return (
    <g>
      <Label x={0} y={y + CELL.height / 2} text={words.cutBy(F)} bold />
      {shards.flat().map((value, i) => (
        <Cell key={i} x={LEFT + i * CELL.width} y={y} value={value} of={owner(i)} />
      ))}
      {shards.map((_, rank) => {
        const [from, to] = [LEFT + rank * size * CELL.width + 3, LEFT + (rank + 1) * size * CELL.width - 3];
        return (
          <g key={rank}>
            <path d={`M${from} ${y + CELL.height + 4}v4H${to}v-4`} fill="none" stroke={muted} />
            <Label
              x={(from + to) / 2}
              y={y + CELL.height + 17}
              text={size > 1 ? words.gpu(rank) : String(rank)}
              size={fontSize.small}
              anchor="middle"
              colour={muted}
            />
          </g>
        );
      })}
    </g>
  );
}
