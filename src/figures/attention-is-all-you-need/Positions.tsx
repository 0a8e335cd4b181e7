import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { RampKey } from '#draw/RampKey.tsx';
import { positionalEncodings, shiftMatrix, wavelength } from '#mechanisms/attention/positions.ts';

const D = 32;
const N = 48;
const CELL = 6.5;
const small = 6;
const M = shiftMatrix(1, small).toRows();
const RIGHT = 384;

/** The encodings of 48 positions, and the matrix that moves any of them by one. */
export default function Positions() {
  return (
    <Canvas id="positions" height={420} label="正弦位置编码的热图，以及把任意位置移动一格的矩阵" minWidth={600}>
      <Label x={52} y={10} text={`位置编码（$d$ = ${D}）：每行一个位置`} bold />
      <Grid
        values={positionalEncodings(N, D).toRows()}
        x={52}
        y={34}
        width={D * CELL * 1.25}
        height={N * CELL}
        cell={CELL * 1.25}
        ramp="diverging"
        domain={[-1, 1]}
      />
      {[0, 16, 32, 47].map((pos) => (
        <Label
          key={pos}
          x={44}
          y={34 + (pos + 0.5) * CELL}
          text={String(pos)}
          size={fontSize.small}
          anchor="end"
          colour={muted}
        />
      ))}
      <Label
        x={52}
        y={34 + N * CELL + 16}
        text={`波长 ${fixed(1)(wavelength(0, D))}`}
        size={fontSize.small}
        colour={muted}
      />
      <Label
        x={52 + D * CELL * 1.25}
        y={34 + N * CELL + 16}
        text={`波长约 ${Math.round(wavelength(D / 2 - 1, D)).toLocaleString('en-US')}`}
        size={fontSize.small}
        anchor="end"
        colour={muted}
      />
      <RampKey x={52} y={34 + N * CELL + 30} ramp="diverging" domain={[-1, 1]} format={fixed(0)} />
      <Label x={RIGHT} y={10} text={`移动一格的矩阵 $M_1$（$d$ = ${small}）`} bold />
      <Grid
        values={M}
        x={RIGHT}
        y={34}
        width={small * 42}
        cell={42}
        ramp="diverging"
        domain={[-1, 1]}
        blocks={{ rows: 2, columns: 2 }}
        cellLabel={(i, j) => (M[i]![j] === 0 ? '0' : fixed(2)(M[i]![j]!))}
      />
      <Label
        x={RIGHT}
        y={306}
        text="对角线上每个 2×2 方块是一次旋转，转角只与这一对的频率有关。矩阵里没有 $pos$：从第 3 位移到第 4 位、从第 30 位移到第 31 位，用的是同一个矩阵。"
        width={256}
        align="top"
        size={fontSize.small}
        colour={muted}
      />
    </Canvas>
  );
}
