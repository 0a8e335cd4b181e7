import { fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, muted, textOf, type Kind } from '#draw/palette.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { bottom, left, looks, n, short, stepWidth, top, vector } from './layout.ts';
import { matrixAt } from './model.ts';
import { words } from '#figures/attention-is-all-you-need/words.zh.ts';
import { text } from './text.zh.ts';
import type { Props } from './View.tsx';
import { Carried } from './Carried.tsx';

const t = text.view;

/** One query worked through from left to right: q over K, four columns, V and the sum under it. */
export function OneRow(props: Props) {
  return (
    <g>
      <Keys {...props} />
      {left.steps.map((_, step) => (
        <Step key={step} {...props} step={step} />
      ))}
      <Values {...props} />
    </g>
  );
}

/** q over K, so that each component stands above those that it multiplies. */
function Keys({ run, query }: Props) {
  return (
    <g>
      <Label x={left.K} y={10} text={t.query(words[query]!)} colour={textOf('q')} bold />
      <Vectors of={run.Q.sliceRows(query, query + 1)} x={left.K} y={22} kind="q" />
      <Label x={left.K} y={top - 22} text="$K$" colour={textOf('k')} bold />
      <Label
        x={left.K + 4 * vector.width}
        y={top - 22}
        text={t.keys}
        size={fontSize.small}
        colour={muted}
        anchor="end"
      />
      {words.map((word, j) => (
        <Label key={word} x={left.K - 10} y={top + (j + 0.5) * vector.height} text={word} anchor="end" />
      ))}
      <Vectors of={run.K} x={left.K} y={top} kind="k" />
    </g>
  );
}

/** Rows of a kind; a component of zero is pale, since it adds nothing. */
function Vectors({ of, x, y, kind }: { of: Matrix; x: number; y: number; kind: Kind }) {
  return (
    <Grid
      values={of.toRows()}
      x={x}
      y={y}
      width={of.cols * vector.width}
      height={of.rows * vector.height}
      cell={vector.width}
      format={short}
      kindOf={(i, c) => (of.at(i, c) === 0 ? 'neutral' : kind)}
    />
  );
}

/** The query's row of one matrix, set as a column; an empty outline if the step is still to come. */
function Step({ run, query, stage, step }: Props & { step: number }) {
  const [x, now] = [left.steps[step]!, stage === step];
  return (
    <g>
      <Label
        x={x + stepWidth / 2}
        y={top - 22}
        text={t.columns[step]!}
        anchor="middle"
        bold={now}
        colour={now ? colourOf('accent') : muted}
      />
      {step > stage ? (
        <Mark kind="neutral" tone="ghost" x={x} y={top} width={stepWidth} height={n * vector.height} />
      ) : (
        <Grid
          values={matrixAt(run, step)
            .sliceRows(query, query + 1)
            .transpose()
            .toRows()}
          x={x}
          y={top}
          width={stepWidth}
          height={n * vector.height}
          cell={stepWidth}
          masked={(j) => step >= 2 && !run.mask(query, j)}
          {...looks[step]!}
        />
      )}
    </g>
  );
}

/** V, and under it the sum of its rows by the weights. */
function Values({ run, query, stage }: Props) {
  const done = stage >= 4;
  const [y, width] = [bottom + 12, 4 * vector.width];
  return (
    <g>
      <Label x={left.V} y={top - 38} text="$V$" colour={textOf('v')} bold />
      <Carried x={left.V} y={top - 16} />
      <Vectors of={run.V} x={left.V} y={top} kind="v" />
      <Label
        x={left.V - 12}
        y={y + vector.height / 2}
        text={t.output(words[query]!)}
        anchor="end"
        bold={done}
        colour={done ? colourOf('accent') : muted}
      />
      {done ? (
        <Grid
          values={[run.output.row(query)]}
          x={left.V}
          y={y}
          width={width}
          height={vector.height}
          cell={vector.width}
          digits={3}
          domain={[0, 1]}
        />
      ) : (
        <Mark kind="neutral" tone="ghost" x={left.V} y={y} width={width} height={vector.height} />
      )}
    </g>
  );
}
