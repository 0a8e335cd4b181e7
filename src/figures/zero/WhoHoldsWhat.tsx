import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { muted, type Kind as Colour } from '#draw/palette.ts';
import { shardMap, totalBytes, modelStateBytes, zeroStages, type Stage } from '#mechanisms/training-memory/memory.ts';
import {
  bytesPerParameter,
  kinds,
  precisionRecipes,
  type Kind,
} from '#mechanisms/training-memory/precision-recipes.ts';

const RANKS = 4;
const colours: Record<Kind, Colour> = {
  parameters: 'parameters',
  gradients: 'gradients',
  optimizerStates: 'optimizer',
};
const words: Record<Kind, string> = { parameters: '参数', gradients: '梯度', optimizerStates: '优化器状态' };
const names = ['数据并行', 'ZeRO-1', 'ZeRO-2', 'ZeRO-3'];
const recipe = precisionRecipes['mixed-precision-adam'];

/** A column of the drawing: one byte of one quarter of the parameters. */
const columns = kinds.flatMap((kind) =>
  Array.from({ length: RANKS }, (_, quarter) =>
    Array.from({ length: bytesPerParameter(recipe)[kind] }, () => ({ kind, quarter })),
  ).flat(),
);

const LEFT = 82;
const CELL = 8;
const ROW = 12;
const BLOCK = RANKS * ROW + 22;

function Holdings({ stage, y }: { stage: Stage; y: number }) {
  const map = shardMap(RANKS, RANKS, stage);
  const held = (rank: number, column: number) => {
    const { kind, quarter } = columns[column]!;
    const slice = map[rank]![kind];
    return quarter >= slice.start && quarter < slice.end ? colours[kind] : undefined;
  };
  const values = map.map((_, rank) => columns.map((__, c) => (held(rank, c) ? 0 : null)));
  const bytes = totalBytes(modelStateBytes(1, { recipe, stage, Nd: RANKS }));
  return (
    <g>
      <Label x={LEFT - 12} y={y + (RANKS * ROW) / 2} text={names[stage]!} anchor="end" />
      <Grid
        values={values}
        x={LEFT}
        y={y}
        width={columns.length * CELL}
        height={RANKS * ROW}
        cell={ROW}
        kindOf={held}
      />
      <Label
        x={LEFT + columns.length * CELL + 4}
        y={y + (RANKS * ROW) / 2}
        text={`${bytes} Ψ`}
        size={fontSize.small}
        colour={muted}
      />
    </g>
  );
}

/** Four ranks at each stage, one a line: the area filled is what a rank keeps, byte for byte. */
export default function WhoHoldsWhat() {
  return (
    <Canvas id="who-holds-what" height={26 + zeroStages.length * BLOCK} label="四张卡在四种做法下各自保管哪些模型状态">
      <Legend x={LEFT} keys={kinds.map((kind) => ({ kind: colours[kind], label: words[kind] }))} />
      {zeroStages.map(({ stage }) => (
        <Holdings key={stage} stage={stage} y={32 + stage * BLOCK} />
      ))}
    </Canvas>
  );
}
