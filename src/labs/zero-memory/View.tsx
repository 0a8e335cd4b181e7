import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted, type Kind as Colour } from '#draw/palette.ts';
import type { Kind } from '#mechanisms/training-memory/precision-recipes.ts';
import { CELLS, type StageResult } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
export const colours: Record<Kind, Colour> = {
  parameters: 'parameters',
  gradients: 'gradients',
  optimizerStates: 'optimizer',
};
const kinds = Object.keys(colours) as Kind[];

/** Bytes as the paper counts them, in powers of ten. */
export const gigabytes = (bytes: number): string => `${formatNumber(bytes / 1e9, 4)} GB`;

interface Props {
  stages: readonly StageResult[];
  memory: number;
}

/** Stacked bars of a GPU's model states at each stage, and under them what rank 0 holds and sends. */
export function View({ stages, memory }: Props) {
  const bars: BarsProps = {
    bars: stages.map(barOf),
    format: (value) => `${formatNumber(value)} GB`,
    keys: kinds.map((kind) => ({ kind: colours[kind], label: text.kinds[kind] })),
    references: memory <= stages[0]!.total / 1e9 ? [{ value: memory, label: t.memory(text.units.gb(memory)) }] : [],
    label: t.axis,
  };
  const top = barsHeight(bars) + 28;
  return (
    <Canvas id="zero-memory" height={top + 4 * 44 + 20} label={t.label}>
      <Bars {...bars} />
      <Label x={86} y={top} text={t.shards} size={fontSize.small} colour={muted} />
      <Label x={646} y={top} text={t.volume} size={fontSize.small} colour={muted} anchor="end" />
      {stages.map((stage, i) => (
        <Holdings key={stage.stage} stage={stage} y={top + 16 + i * 44} />
      ))}
    </Canvas>
  );
}

function barOf(stage: StageResult): Bar {
  return {
    label: text.stages[stage.stage]!,
    parts: kinds.map((kind) => ({ kind: colours[kind], value: stage.bytes[kind] / 1e9 })),
    note: gigabytes(stage.total),
  };
}

const CELL = 9;

/** Three strips of cells: the share of each kind that rank 0 keeps. */
function Holdings({ stage, y }: { stage: StageResult; y: number }) {
  return (
    <g>
      <Label x={76} y={y + 16} text={text.stages[stage.stage]!} anchor="end" size={fontSize.small} />
      {kinds.map((kind, k) => (
        <Strip key={kind} kind={colours[kind]} held={stage.held[kind]} x={86 + k * (CELLS * CELL + 16)} y={y + 6} />
      ))}
      <Label x={646} y={y + 16} text={t.psi(formatNumber(stage.volume))} anchor="end" />
    </g>
  );
}

function Strip({ kind, held, x, y }: { kind: Colour; held: number; x: number; y: number }) {
  const values = [Array.from({ length: CELLS }, () => 0)];
  return (
    <Grid
      values={values}
      x={x}
      y={y}
      width={CELLS * CELL}
      height={20}
      cell={20}
      kindOf={(_, j) => (j < Math.max(1, Math.round(held)) ? kind : 'neutral')}
    />
  );
}
