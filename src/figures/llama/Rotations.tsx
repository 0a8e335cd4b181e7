import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { line, muted, shade, textOf } from '#draw/palette.ts';
import { k, places, q, turned } from './rope-example.ts';

const UNIT = 27;
const Y = 112;
const RADIUS = UNIT * Math.hypot(...k);
const centre = (panel: number): number => ((panel + 0.5) * columnWidth) / places.length;

/** One query and one key turned by their positions: equal distance, equal angle, equal score. */
export default function Rotations() {
  return (
    <Canvas id="llama-rotations" height={272} label="同一对 query 和 key 放在三组位置上：距离相同时夹角与分数都相同">
      {turned.map((one, i) => (
        <g key={one.n}>
          <circle cx={centre(i)} cy={Y} r={RADIUS} fill="none" stroke={line} />
          <path
            d={`M${centre(i) - RADIUS} ${Y}h${2 * RADIUS}M${centre(i)} ${Y - RADIUS}v${2 * RADIUS}`}
            stroke={shade}
          />
          <Vector panel={i} to={q} kind="q" faint />
          <Vector panel={i} to={k} kind="k" faint />
          <Vector panel={i} to={one.q} kind="q" name="$q$" />
          <Vector panel={i} to={one.k} kind="k" name="$k$" />
          <Label
            x={centre(i)}
            y={Y + RADIUS + 34}
            text={`$q$ 在 ${one.m}，$k$ 在 ${one.n}，相距 ${one.n - one.m}`}
            anchor="middle"
            size={fontSize.small}
            colour={muted}
          />
          <Label x={centre(i)} y={Y + RADIUS + 58} text={`分数 ${fixed(2)(one.score)}`} anchor="middle" bold />
        </g>
      ))}
    </Canvas>
  );
}

interface VectorProps {
  panel: number;
  to: readonly number[];
  kind: 'q' | 'k';
  name?: string;
  /** The vector before it was turned. */
  faint?: boolean;
}

function Vector({ panel, to, kind, name, faint = false }: VectorProps) {
  const from: Point = [centre(panel), Y];
  const tip = (length: number): Point => [from[0] + to[0]! * UNIT * length, from[1] - to[1]! * UNIT * length];
  const [x, y] = tip(1 + 11 / (UNIT * Math.hypot(...to)));
  return (
    <g opacity={faint ? 0.35 : undefined}>
      <Arrow from={from} to={tip(1)} kind={kind} weight={faint ? 1 : 2.25} dashed={faint} />
      {name !== undefined && <Label x={x} y={y} text={name} anchor="middle" colour={textOf(kind)} bold halo />}
    </g>
  );
}
