import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Grid, gridSize } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { blockImportance, importanceAsPrinted } from '#mechanisms/attention/nsa.ts';
import { tinyParts, tinyPrinted, tinyScores, weightsOf } from './setting.ts';

const panels = [
  { title: '$+m-n$', values: weightsOf(blockImportance), scores: tinyScores },
  { title: '照印出的 $-m-n$', values: weightsOf(importanceAsPrinted), scores: tinyPrinted },
];
const TOP = 22;

/** How often each compression block counts for each selection block, and the scores that follow, for both signs. */
export default function WhoCounts() {
  const shape = {
    values: panels[0]!.values,
    cell: 30,
    width: 240,
    rowLabels: tinyScores.map((_, j) => String(j)),
    columnLabels: tinyParts.map((_, i) => String(i)),
    rowTitle: '选块',
    columnTitle: '压缩块',
  };
  const { height, width } = gridSize(shape);
  return (
    <Canvas id="who-counts" height={TOP + height + 6} label="四个选择块各由哪些压缩块计分、各计几次，两种符号">
      {panels.map(({ title, values, scores }, p) => {
        const x = p * 336;
        return (
          <g key={title}>
            <Label x={x} y={11} text={title} bold />
            <Grid {...shape} values={values} x={x} y={TOP} domain={[0, 2.6]} digits={0} />
            <Label x={x + width + 12} y={TOP + 28} text="分数" size={fontSize.small} colour={muted} />
            {scores.map((score, j) => (
              <Label
                key={j}
                x={x + width + 12}
                y={TOP + height - (scores.length - j - 0.5) * 30}
                text={score.toFixed(2)}
                bold={score === Math.max(...scores)}
              />
            ))}
          </g>
        );
      })}
    </Canvas>
  );
}
