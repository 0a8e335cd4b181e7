import type { VNode } from 'preact';
import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { P, patches, perSide, pixels } from './setting.ts';
import { words } from './words.zh.ts';

const CELL = 8;
const SIDE = pixels.length * CELL;
const LEFT = 282;
const SMALL = 7;
const STEP = 54;
const PER_ROW = 6;
/** The class token takes the first place. */
const placeOf = (n: number) => ({
  x: LEFT + ((n + 1) % PER_ROW) * (STEP + 8),
  y: 44 + Math.floor((n + 1) / PER_ROW) * (STEP + 16),
});

/** An image, cut, and its patches in a row behind a class token. */
export default function Cut(): VNode {
  return (
    <Canvas id="cut" height={SIDE + 44} minWidth={600} label="把图切成小块，排成序列">
      <Label x={0} y={12} text={words.image(pixels.length)} bold />
      <Grid values={pixels} x={0} y={30} cell={CELL} width={SIDE} domain={[0, 1]} blocks={{ rows: P, columns: P }} />
      <Arrow from={[SIDE + 16, 30 + SIDE / 2]} to={[LEFT - 20, 30 + SIDE / 2]} />
      <Label x={LEFT} y={12} text={words.sequence} bold />
      <Mark kind="accent" x={LEFT} y={44} width={P * SMALL} height={P * SMALL} />
      <Label x={LEFT + (P * SMALL) / 2} y={44 + (P * SMALL) / 2} text={words.classToken} anchor="middle" halo />
      {patches.map((values, n) => (
        <g key={n}>
          <Grid values={values} {...placeOf(n)} cell={SMALL} width={P * SMALL} domain={[0, 1]} />
          <Label
            x={placeOf(n).x + (P * SMALL) / 2}
            y={placeOf(n).y + P * SMALL + 9}
            text={`${Math.floor(n / perSide) + 1},${(n % perSide) + 1}`}
            anchor="middle"
            size={11}
          />
        </g>
      ))}
    </Canvas>
  );
}
