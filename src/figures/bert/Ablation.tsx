import { Axis } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath, markers } from '#draw/markers.ts';
import { colourOf, line, surface, textOf, type Kind } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { words } from './words.zh.ts';

/** Table 5: MNLI-m, QNLI, MRPC, SST-2 (accuracy) and SQuAD (F1), development sets. */
const table = [
  [84.4, 88.4, 86.7, 92.7, 88.5],
  [83.9, 84.9, 86.5, 92.6, 87.9],
  [82.1, 84.3, 77.5, 92.1, 77.8],
  [82.1, 84.1, 75.7, 91.6, 84.9],
] as const;
const kinds: readonly Kind[] = ['accent', 'item-2', 'ink', 'item-4'];
const { rows, models, label } = words.ablation;
const [LEFT, TOP, ROW] = [88, 44, 46];
const across = linearScale([74, 94], [LEFT, columnWidth - 12]);
const BOTTOM = TOP + rows.length * ROW;

/** The ablation of the pre-training tasks: what is lost without next sentences, and without the right side. */
export default function Ablation() {
  return (
    <Canvas id="ablation" height={BOTTOM + 46} label="表 5：四种预训练方式在五个任务上的得分" minWidth={560}>
      {models.map((name, m) => (
        <g key={name}>
          <Dot m={m} x={LEFT + m * 138 + 5} y={14} />
          <Label x={LEFT + m * 138 + 16} y={14} text={name} size={fontSize.small} colour={textOf(kinds[m]!)} />
        </g>
      ))}
      <Axis scale={across} side="bottom" at={BOTTOM} ticks={[75, 80, 85, 90]} label={label} grid={BOTTOM - TOP + 6} />
      {rows.map((task, t) => {
        const y = TOP + (t + 0.5) * ROW;
        const scores = table.map((model) => model[t]!);
        return (
          <g key={task}>
            <Label x={LEFT - 12} y={y} text={task} anchor="end" />
            <path
              d={`M${across.at(Math.min(...scores))} ${y}H${across.at(Math.max(...scores))}`}
              stroke={line}
              stroke-width={2}
            />
            {[3, 2, 1, 0].map((m) => (
              <Dot key={m} m={m} x={across.at(scores[m]!)} y={y} />
            ))}
          </g>
        );
      })}
    </Canvas>
  );
}

function Dot({ m, x, y }: { m: number; x: number; y: number }) {
  return <path d={markerPath(markers[m]!, [x, y], 5)} fill={colourOf(kinds[m]!)} stroke={surface} />;
}
