import { arrowhead, polyline } from '#draw/curve.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize, type Point } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, ink, muted, surface } from '#draw/palette.ts';

interface Box {
  y: number;
  label: string;
  changed?: boolean;
}

/** A sub-layer that leaves the residual stream at `out`, passes its boxes upwards and is added back at `back`. */
interface Branch {
  out: number;
  boxes: readonly Box[];
  back: number;
}

interface Column {
  title: string;
  /** x of the residual stream and of the sub-layers' boxes. */
  stream: number;
  side: number;
  input: Box;
  branches: readonly Branch[];
  /** Boxes that stand on the stream itself. */
  onStream: readonly Box[];
}

const box = { width: 186, height: 34 };
const columns: readonly Column[] = [
  {
    title: '2017 年的解码器层',
    stream: 66,
    side: 200,
    input: { y: 408, label: '词嵌入 + 位置向量' },
    branches: [
      { out: 362, boxes: [{ y: 318, label: '多头自注意力' }], back: 274 },
      { out: 190, boxes: [{ y: 146, label: '前馈网络：2 个矩阵，ReLU' }], back: 102 },
    ],
    onStream: [
      { y: 232, label: 'LayerNorm' },
      { y: 60, label: 'LayerNorm' },
    ],
  },
  {
    title: 'LLaMA 的一层',
    stream: 398,
    side: 536,
    input: { y: 408, label: '词嵌入', changed: true },
    branches: [
      {
        out: 370,
        boxes: [
          { y: 332, label: 'RMSNorm', changed: true },
          { y: 278, label: '多头自注意力，$q$、$k$ 旋转', changed: true },
        ],
        back: 236,
      },
      {
        out: 198,
        boxes: [
          { y: 160, label: 'RMSNorm', changed: true },
          { y: 106, label: 'SwiGLU：3 个矩阵，带门', changed: true },
        ],
        back: 64,
      },
    ],
    onStream: [],
  },
];

/** One decoder layer of 2017 beside LLaMA's: what is new is in the accent colour. */
export default function BlockSurgery() {
  return (
    <Canvas
      id="llama-block"
      height={440}
      label="2017 年的解码器层与 LLaMA 的一层：换了归一化、前馈层和位置三处"
      minWidth={600}
    >
      {columns.map((column) => (
        <ColumnMark key={column.title} {...column} />
      ))}
    </Canvas>
  );
}

function ColumnMark({ title, stream, side, input, branches, onStream }: Column) {
  return (
    <g>
      <Label x={stream - 56} y={10} text={title} size={fontSize.large} bold />
      <Path
        points={[
          [stream, input.y - box.height / 2],
          [stream, 30],
        ]}
        weight={2.5}
      />
      {branches.map(({ out, boxes, back }) => (
        <g key={out}>
          <Path
            points={[
              [stream, out],
              [side, out],
              [side, back],
              [stream + 10, back],
            ]}
          />
          <Plus at={[stream, back]} />
          {boxes.map((one) => (
            <BoxMark key={one.y} x={side} {...one} />
          ))}
        </g>
      ))}
      {onStream.map((one) => (
        <BoxMark key={one.y} x={stream} {...one} width={96} />
      ))}
      <BoxMark x={stream + 26} {...input} width={164} />
    </g>
  );
}

function Path({ points, weight = 1.5 }: { points: readonly Point[]; weight?: number }) {
  const [from, to] = points.slice(-2) as [Point, Point];
  return (
    <g>
      <path d={polyline(points)} fill="none" stroke={muted} stroke-width={weight} stroke-linejoin="round" />
      <path d={arrowhead(to, from, 8)} fill={muted} />
    </g>
  );
}

function Plus({ at: [x, y] }: { at: Point }) {
  return (
    <g>
      <circle cx={x} cy={y} r={9} fill={surface} stroke={ink} stroke-width={1.25} />
      <path d={`M${x - 5} ${y}h10M${x} ${y - 5}v10`} stroke={ink} stroke-width={1.5} />
    </g>
  );
}

function BoxMark({ x, y, label, changed = false, width = box.width }: Box & { x: number; width?: number }) {
  const rect = { x: x - width / 2, y: y - box.height / 2, width, height: box.height };
  return (
    <g>
      <rect {...rect} fill={surface} />
      <Mark kind={changed ? 'accent' : 'neutral'} tone="tint" radius={3} {...rect} />
      <Label x={x} y={y} text={label} anchor="middle" bold={changed} />
      {changed && <path d={`M${rect.x + 0.5} ${rect.y}v${box.height}`} stroke={colourOf('accent')} stroke-width={3} />}
    </g>
  );
}
