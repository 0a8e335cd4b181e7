import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, shade, type Kind } from '#draw/palette.ts';
import { alone, blocks, run, union } from './setting.ts';

const X = 92;
const STEP = (columnWidth - X - 70) / blocks.length;
interface Row {
  name: string;
  chosen: readonly number[];
  kind: Kind;
  y: number;
}
const rows: Row[] = [
  ...alone.map((chosen, h): Row => ({ name: `head ${h + 1} 自选`, chosen, kind: 'muted', y: h * 24 })),
  { name: '并集', chosen: union, kind: 'ink', y: 108 },
  { name: '共选', chosen: run.selected, kind: 'accent', y: 140 },
];

/** Which blocks each head would take alone, their union, and what the group takes together. */
export default function GroupShare() {
  return (
    <Canvas
      id="group-share"
      height={190}
      label={`各选各的要读 ${union.length} 块，一起选只读 ${run.selected.length} 块`}
    >
      {rows.map(({ name, chosen, kind, y }) => (
        <g key={name}>
          <Label x={X - 10} y={y + 10} text={name} anchor="end" size={fontSize.small} />
          {blocks.map((_, j) => {
            const area = { x: round(X + j * STEP), y, width: round(STEP - 2), height: 20 };
            return chosen.includes(j) ? (
              <Mark key={j} kind={kind} {...area} />
            ) : (
              <rect key={j} fill={shade} {...area} />
            );
          })}
          <Label x={columnWidth - 60} y={y + 10} text={`${chosen.length} 块`} size={fontSize.small} colour={muted} />
        </g>
      ))}
      {[0, 8, 16, 24, 31].map((j) => (
        <Label
          key={j}
          x={X + (j + 0.5) * STEP}
          y={174}
          text={String(j)}
          anchor="middle"
          size={fontSize.small}
          colour={muted}
        />
      ))}
    </Canvas>
  );
}
