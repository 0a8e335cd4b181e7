import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { positions, scores } from './rope-example.ts';

const CELL = 23;
const SIDE = positions * CELL;
const TOP = 52;
const panels = [
  { x: 28, title: '加上正弦位置向量', values: scores.additive },
  { x: columnWidth - SIDE - 6, title: '旋转（RoPE）', values: scores.rotary },
] as const;
const shown = [0, 4, 8, 11];

/** The score of one query and one key at every pair of positions, with positions added and with positions rotated. */
export default function ScoreGrids() {
  return (
    <Canvas
      id="llama-score-grids"
      height={TOP + SIDE + 8}
      label="同一对 query 和 key 在各组位置上的分数：加法与旋转"
      minWidth={600}
    >
      {panels.map(({ x, title, values }) => (
        <g key={title}>
          <Label x={x} y={10} text={title} bold />
          <Grid values={values} x={x} y={TOP} width={SIDE} height={SIDE} cell={CELL} ramp="diverging" />
          {shown.map((position) => (
            <g key={position}>
              <Label
                x={x + (position + 0.5) * CELL}
                y={TOP - 10}
                text={String(position)}
                size={fontSize.small}
                anchor="middle"
                colour={muted}
              />
              <Label
                x={x - 7}
                y={TOP + (position + 0.5) * CELL}
                text={String(position)}
                size={fontSize.small}
                anchor="end"
                colour={muted}
              />
            </g>
          ))}
          <Label
            x={x + SIDE}
            y={10}
            text="列：$k$ 的位置；行：$q$ 的位置"
            size={fontSize.small}
            anchor="end"
            colour={muted}
          />
        </g>
      ))}
    </Canvas>
  );
}
