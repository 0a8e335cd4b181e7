import type { ComponentChildren } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed, formatNumber } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, muted, textOf, type Kind } from '#draw/palette.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { Run } from './model.ts';
import { carriedNames, text, words } from './text.zh.ts';

const t = text.view;
const n = words.length;
const CELL = 34;
const ROW = 27;
/** Left edges of K, of the four columns of the row, and of V. */
const at = { K: 62, steps: [212, 280, 348, 416], V: 500 };
const STEP_WIDTH = 58;
const TOP = 92;
const BOTTOM = TOP + n * ROW;
const MATRIX_TOP = BOTTOM + 112;

const short = (value: number) => (Number.isInteger(value) ? formatNumber(value) : fixed(1)(value));

interface Props {
  run: Run;
  query: number;
  stage: number;
  onQuery(row: number): void;
}

/** The five steps of one query, key by key; under them the whole matrix of the present step and the outputs. */
export function View(props: Props) {
  return (
    <Canvas id="attention-grid" height={MATRIX_TOP + n * CELL + 8} label={t.label} minWidth={600}>
      <Vectors {...props} />
      <Steps {...props} />
      <Values {...props} />
      <WholeMatrix {...props} />
      <Outputs {...props} />
    </Canvas>
  );
}

/** q over K, so that each component stands above those that it multiplies. */
function Vectors({ run, query }: Props) {
  return (
    <g>
      <Label x={at.K} y={10} text={t.query(words[query]!)} colour={textOf('q')} bold />
      <Vector values={run.Q.row(query)} x={at.K} y={22} kind="q" />
      <Label x={at.K} y={TOP - 22} text="$K$" colour={textOf('k')} bold />
      <Label x={at.K + 4 * CELL} y={TOP - 22} text={t.keys} size={fontSize.small} colour={muted} anchor="end" />
      {words.map((word, j) => (
        <Label key={word} x={at.K - 10} y={TOP + (j + 0.5) * ROW} text={word} anchor="end" />
      ))}
      {words.map((word, j) => (
        <Vector key={word} values={run.K.row(j)} x={at.K} y={TOP + j * ROW} kind="k" />
      ))}
    </g>
  );
}

/** Four cells of a kind; a component of zero is pale, since it adds nothing. */
function Vector({ values, x, y, kind }: { values: readonly number[]; x: number; y: number; kind: Kind }) {
  return (
    <Grid
      values={[values]}
      x={x}
      y={y}
      width={4 * CELL}
      height={ROW}
      cell={CELL}
      format={short}
      kindOf={(_, c) => (values[c] === 0 ? 'neutral' : kind)}
    />
  );
}

/** The domains of the ramps: scores by this head and before scaling reach 16, scaled ones 8, weights 1. */
const looks = [
  { ramp: 'diverging', domain: [-16, 16], format: short },
  { ramp: 'diverging', domain: [-8, 8], format: short },
  { ramp: 'diverging', domain: [-8, 8], format: short },
  { ramp: 'sequential', domain: [0, 1], format: fixed(3) },
] as const;

const matrixOf = (run: Run, step: number): Matrix =>
  [run.scores, run.scaled, run.masked, run.weights][Math.min(step, 3)]!;

/** The same row of all four matrices, as columns; steps not yet taken are empty outlines. */
function Steps({ run, query, stage }: Props) {
  return (
    <g>
      {at.steps.map((x, step) => (
        <Column key={step} x={x} title={t.columns[step]!} now={stage === step}>
          {step <= stage ? (
            <Grid
              values={matrixOf(run, step)
                .row(query)
                .map((value) => [value])}
              x={x}
              y={TOP}
              width={STEP_WIDTH}
              height={n * ROW}
              cell={STEP_WIDTH}
              masked={(j) => step >= 2 && !run.mask(query, j)}
              {...looks[step]!}
            />
          ) : (
            <Mark kind="neutral" tone="ghost" x={x} y={TOP} width={STEP_WIDTH} height={n * ROW} />
          )}
        </Column>
      ))}
    </g>
  );
}

function Column({ x, title, now, children }: { x: number; title: string; now: boolean; children: ComponentChildren }) {
  return (
    <g>
      <Label
        x={x + STEP_WIDTH / 2}
        y={TOP - 22}
        text={title}
        anchor="middle"
        bold={now}
        colour={now ? colourOf('accent') : muted}
      />
      {children}
    </g>
  );
}

/** V, and under it the sum of its rows by the weights. */
function Values({ run, query, stage }: Props) {
  const done = stage >= 4;
  return (
    <g>
      <Label x={at.V} y={TOP - 38} text="$V$" colour={textOf('v')} bold />
      {carriedNames.map((name, c) => (
        <Label
          key={name}
          x={at.V + (c + 0.5) * CELL}
          y={TOP - 16}
          text={name}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      ))}
      {words.map((word, j) => (
        <Vector key={word} values={run.V.row(j)} x={at.V} y={TOP + j * ROW} kind="v" />
      ))}
      <Label
        x={at.V - 12}
        y={BOTTOM + 12 + ROW / 2}
        text={t.output(words[query]!)}
        anchor="end"
        bold={done}
        colour={done ? colourOf('accent') : muted}
      />
      {done ? (
        <Grid
          values={[run.output.row(query)]}
          x={at.V}
          y={BOTTOM + 12}
          width={4 * CELL}
          height={ROW}
          cell={CELL}
          digits={3}
          domain={[0, 1]}
        />
      ) : (
        <Mark kind="neutral" tone="ghost" x={at.V} y={BOTTOM + 12} width={4 * CELL} height={ROW} />
      )}
    </g>
  );
}

/** All queries at once; a click on a row chooses it. */
function WholeMatrix({ run, query, stage, onQuery }: Props) {
  const step = Math.min(stage, 3);
  return (
    <g>
      <Label x={at.K} y={MATRIX_TOP - 40} text={t.matrices[stage]!} bold />
      {step === 3 && (
        <Label
          x={at.K + n * CELL}
          y={MATRIX_TOP - 40}
          text={t.sums}
          size={fontSize.small}
          colour={muted}
          anchor="end"
        />
      )}
      {words.map((word, j) => (
        <g key={word}>
          <Label x={at.K + (j + 0.5) * CELL} y={MATRIX_TOP - 14} text={word} anchor="middle" colour={textOf('k')} />
          <Label
            x={at.K - 10}
            y={MATRIX_TOP + (j + 0.5) * CELL}
            text={word}
            anchor="end"
            bold={j === query}
            colour={textOf('q')}
          />
        </g>
      ))}
      <Grid
        values={matrixOf(run, step).toRows()}
        x={at.K}
        y={MATRIX_TOP}
        width={n * CELL}
        cell={CELL}
        masked={(i, j) => step >= 2 && !run.mask(i, j)}
        highlights={[{ row: query, column: 0, columns: n, kind: 'accent' }]}
        {...looks[step]!}
      />
      {words.map((word, i) => (
        <rect
          key={word}
          x={0}
          y={MATRIX_TOP + i * CELL}
          width={columnWidth}
          height={CELL}
          fill="transparent"
          style="cursor:pointer"
          onClick={() => onQuery(i)}
        />
      ))}
    </g>
  );
}

function Outputs({ run, query, stage }: Props) {
  const x = at.V;
  return (
    <g style="pointer-events:none">
      <Label
        x={x + 4 * CELL}
        y={MATRIX_TOP - 40}
        text={t.outputs}
        bold={stage >= 4}
        anchor="end"
        colour={stage >= 4 ? undefined : muted}
      />
      {carriedNames.map((name, c) => (
        <Label
          key={name}
          x={x + (c + 0.5) * CELL}
          y={MATRIX_TOP - 14}
          text={name}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      ))}
      {stage >= 4 ? (
        <Grid
          values={run.output.toRows()}
          x={x}
          y={MATRIX_TOP}
          width={4 * CELL}
          cell={CELL}
          digits={3}
          domain={[0, 1]}
          highlights={[{ row: query, column: 0, columns: 4, kind: 'accent' }]}
        />
      ) : (
        <Mark kind="neutral" tone="ghost" x={x} y={MATRIX_TOP} width={4 * CELL} height={n * CELL} />
      )}
    </g>
  );
}
