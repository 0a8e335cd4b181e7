import { Canvas } from '#draw/Canvas.tsx';
import { fontSize, type Rect } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted } from '#draw/palette.ts';
import { evenly } from '#mechanisms/parallelism/sharded-matrix.ts';
import { models } from './setting.ts';

const { h } = models['8.3B'];
const RANKS = 8;
/** One h is this long. */
const SIDE = 54;
const TOP = 54;

interface Weight {
  name: string;
  rows: number;
  cols: number;
  cut: 'columns' | 'rows';
  x: number;
  /** Its shape is told once for the three alike. */
  silent?: boolean;
}

const weights: readonly Weight[] = [
  { name: '$W^Q$', rows: h, cols: h, cut: 'columns', x: 0, silent: true },
  { name: '$W^K$', rows: h, cols: h, cut: 'columns', x: 66 },
  { name: '$W^V$', rows: h, cols: h, cut: 'columns', x: 132, silent: true },
  { name: '$W^O$', rows: h, cols: h, cut: 'rows', x: 216 },
  { name: '$A$', rows: h, cols: 4 * h, cut: 'columns', x: 320 },
  { name: '$B$', rows: 4 * h, cols: h, cut: 'rows', x: 566 },
];

/** The four weight matrices of a layer, to scale: rank 1's strip is solid, the cuts of the others are hairlines. */
export default function LayerShares() {
  return (
    <Canvas id="layer-shares" height={TOP + 4 * SIDE + 34} label="一层的权重按比例画出，八张卡各取一条" minWidth={600}>
      <Legend
        keys={[
          { label: '1 号卡的一份', kind: 'parameters' },
          { label: '其余七张卡的', kind: 'parameters', tone: 'tint' },
        ]}
      />
      {weights.map((weight) => (
        <Shares key={weight.name} {...weight} />
      ))}
      <Label
        x={93}
        y={TOP + SIDE + 42}
        text={'按列切\n每张卡 4 个 head'}
        size={fontSize.small}
        anchor="middle"
        colour={muted}
      />
      <Label x={243} y={TOP + SIDE + 34} text="按行切" size={fontSize.small} anchor="middle" colour={muted} />
      <Label x={428} y={TOP + SIDE + 34} text="按列切" size={fontSize.small} anchor="middle" colour={muted} />
      <Label x={554} y={TOP + 3.4 * SIDE} text="按行切" size={fontSize.small} anchor="end" colour={muted} />
    </Canvas>
  );
}

function Shares({ name, rows, cols, cut, x, silent = false }: Weight) {
  const [width, height] = [(cols / h) * SIDE, (rows / h) * SIDE];
  const strips = evenly(cut === 'columns' ? cols : rows, RANKS).map(({ start, end }): Rect => {
    const [from, size] = [(start / h) * SIDE, ((end - start) / h) * SIDE];
    return cut === 'columns' ? { x: x + from, y: TOP, width: size, height } : { x, y: TOP + from, width, height: size };
  });
  return (
    <g>
      <Label x={x + width / 2} y={TOP - 12} text={name} anchor="middle" />
      {strips.map((strip, rank) => (
        <Mark key={rank} kind="parameters" tone={rank === 0 ? 'solid' : 'tint'} {...strip} />
      ))}
      {!silent && (
        <Label
          x={x + width / 2}
          y={TOP + height + 14}
          text={name === '$W^K$' ? `各 ${rows}×${cols}` : `${rows}×${cols}`}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      )}
    </g>
  );
}
