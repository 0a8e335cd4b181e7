import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted } from '#draw/palette.ts';
import { ffnParameters, swigluWidth } from '#mechanisms/transformer-block/swiglu.ts';

const d = 6;
const UNIT = 9;
const GAP = 10;
const TOP = 46;
const networks = [
  { x: 0, title: '原来：两个矩阵', matrices: ['$W_1$', '$W_2$'], f: 4 * d, formula: '2·d·4d' },
  {
    x: 248,
    title: 'SwiGLU：三个矩阵',
    matrices: ['$W_1$（门）', '$W_3$', '$W_2$'],
    f: swigluWidth(d),
    formula: '3·d·8d/3',
  },
] as const;

/** Parameters as areas, for d = 6: two wide matrices cover as much as three of two thirds their width. */
export default function EqualArea() {
  return (
    <Canvas
      id="llama-equal-area"
      width={400}
      minWidth={340}
      height={TOP + 3 * (d * UNIT + GAP) + 6}
      label="前馈网络的参数量画成面积：两个矩阵与三个矩阵一样大"
    >
      {networks.map(({ x, title, matrices, f, formula }) => (
        <g key={title}>
          <Label x={x} y={10} text={title} bold />
          <Label
            x={x}
            y={30}
            text={`$${formula}$ = ${ffnParameters(matrices.length, d, f)}`}
            size={fontSize.small}
            colour={muted}
          />
          {matrices.map((name, i) => {
            const rect = { x, y: TOP + i * (d * UNIT + GAP), width: f * UNIT, height: d * UNIT };
            return (
              <g key={name}>
                <Mark kind="parameters" tone="tint" {...rect} />
                <Label
                  x={x + rect.width / 2}
                  y={rect.y + rect.height / 2}
                  text={`${name}：${d}×${f}`}
                  anchor="middle"
                />
              </g>
            );
          })}
        </g>
      ))}
    </Canvas>
  );
}
