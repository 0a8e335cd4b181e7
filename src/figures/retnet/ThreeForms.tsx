import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark, type Tone } from '#draw/Mark.tsx';
import { muted, textOf } from '#draw/palette.ts';
import { Hatch } from '#draw/Patterns.tsx';
import { chunk, chunkwise, example, parallel, recurrent } from './setting.ts';

const N = example.Q.rows;
const TOP = 70;
const ROW = 66;
const CELL = 32;
/** Left edges: inputs, the three forms, and the middle of the output column. */
const X = { inputs: 0, parallel: 92, recurrent: 262, chunkwise: 414, output: columnWidth - 18 };
const middle = (n: number) => TOP + (n + 0.5) * ROW;

const fractions: Readonly<Record<string, string>> = { 0.25: '¼', 0.5: '½', 1.5: '1½' };
const write = (value: number) => fractions[value] ?? String(value);
const pair = (values: readonly number[]) => `(${values.map(write).join(', ')})`;

/** The hero: each row is a token; the three forms reach the same output at the right. */
export default function ThreeForms() {
  return (
    <Canvas
      id="retnet-forms"
      height={TOP + N * ROW + 6}
      label="同一组 Q、K、V 用并行、递推、分块三种算法，得到相同的四个输出"
      minWidth={600}
    >
      <Head x={X.parallel} title="并行" formula="$(QK^T⊙D)V$" note="四个权重乘四个 $V$" />
      <Head x={X.recurrent} title="递推" formula="$S_n=½S_{n-1}+K_n^TV_n$" note="再用 $Q_n$ 读出" />
      <Head x={X.chunkwise} title="分块，$B=2$" formula="块内并行，块间递推" note="块内权重，加前一块" />
      <Label x={X.output} y={9} text="输出" anchor="middle" bold />
      {example.Q.toRows().map((_, n) => (
        <Inputs key={n} n={n} />
      ))}
      {parallel.weights.toRows().map((weights, n) => (
        <Weights key={n} n={n} x={X.parallel} weights={weights} upTo={n} />
      ))}
      <States />
      <Chunks />
      {parallel.output.col(0).map((value, n) => (
        <Label
          key={n}
          x={X.output}
          y={middle(n)}
          text={write(value)}
          size={fontSize.large}
          anchor="middle"
          bold
          colour={textOf('accent')}
        />
      ))}
    </Canvas>
  );
}

function Head({ x, title, formula, note }: { x: number; title: string; formula: string; note: string }) {
  return (
    <g>
      <Label x={x} y={9} text={title} bold />
      <Label x={x} y={29} text={formula} size={fontSize.small} />
      <Label x={x} y={48} text={note} size={fontSize.small} colour={muted} />
    </g>
  );
}

function Inputs({ n }: { n: number }) {
  const lines = [
    { y: -17, kind: 'q', text: `$Q_${n + 1}$ ${pair(example.Q.row(n))}` },
    { y: 0, kind: 'k', text: `$K_${n + 1}$ ${pair(example.K.row(n))}` },
    { y: 17, kind: 'v', text: `$V_${n + 1}$ ${example.V.at(n, 0)}` },
  ] as const;
  return (
    <g>
      {lines.map(({ y, kind, text }) => (
        <Label key={kind} x={X.inputs} y={middle(n) + y} text={text} size={fontSize.small} colour={textOf(kind)} />
      ))}
    </g>
  );
}

function Cell({ x, y, text, tone = 'tint' }: { x: number; y: number; text: string; tone?: Tone }) {
  return (
    <g>
      <Mark kind="accent" tone={tone} x={x} y={y - CELL / 2} width={CELL - 3} height={CELL - 3} />
      <Label x={x + (CELL - 3) / 2} y={y - 1.5} text={text} anchor="middle" size={fontSize.small} />
    </g>
  );
}

/** A row of weights; tokens after `upTo` are masked. */
function Weights({ n, x, weights, upTo }: { n: number; x: number; weights: readonly number[]; upTo: number }) {
  return (
    <g>
      {weights.map((weight, m) =>
        m <= upTo ? (
          <Cell key={m} x={x + m * CELL} y={middle(n)} text={write(weight)} />
        ) : (
          <Hatch key={m} name="masked" x={x + m * CELL} y={middle(n) - CELL / 2} width={CELL - 3} height={CELL - 3} />
        ),
      )}
    </g>
  );
}

const STATE = { width: 74, height: 30 };

/** S_1 … S_4, each from the one above it. */
function States() {
  return (
    <g>
      {recurrent.states.map((S, n) => (
        <g key={n}>
          {n > 0 && (
            <Arrow
              from={[X.recurrent + STATE.width / 2, middle(n - 1) + STATE.height / 2 + 1]}
              to={[X.recurrent + STATE.width / 2, middle(n) - STATE.height / 2 - 1]}
            />
          )}
          {n > 0 && (
            <Label
              x={X.recurrent + STATE.width / 2 + 8}
              y={(middle(n - 1) + middle(n)) / 2}
              text="×½"
              size={fontSize.small}
              colour={muted}
            />
          )}
          <Mark kind="accent" tone="tint" x={X.recurrent} y={middle(n) - STATE.height / 2} {...STATE} radius={3} />
          <Label
            x={X.recurrent + STATE.width / 2}
            y={middle(n)}
            text={`$S_${n + 1}$ ${pair(S.col(0))}`}
            size={fontSize.small}
            anchor="middle"
          />
          <Label
            x={X.recurrent + STATE.width + 8}
            y={middle(n)}
            text={`$Q_${n + 1}S_${n + 1}$`}
            size={fontSize.small}
            colour={muted}
          />
        </g>
      ))}
    </g>
  );
}

/** Weights within the chunks, and what the first chunk hands on. */
function Chunks() {
  const carried = X.chunkwise + chunk * CELL + 12;
  const hand = { x: carried, y: TOP + chunk * ROW - 15, width: 92, height: 30 };
  const R = chunkwise.chunks[0]!.R;
  return (
    <g>
      {chunkwise.chunks.flatMap(({ start }) =>
        Array.from({ length: chunk }, (_, j) => (
          <Weights
            key={start + j}
            n={start + j}
            x={X.chunkwise}
            weights={parallel.weights.row(start + j).slice(start, start + chunk)}
            upTo={j}
          />
        )),
      )}
      <Mark kind="accent" tone="tint" {...hand} radius={3} />
      <Label
        x={hand.x + hand.width / 2}
        y={hand.y + 15}
        text={`$R_1=S_2$ ${pair(R.col(0))}`}
        size={fontSize.small}
        anchor="middle"
      />
      {chunkwise.chunks[1]!.cross.col(0).map((value, j) => (
        <Label
          key={j}
          x={carried}
          y={middle(chunk + j) + 2}
          text={`+ $Q_${chunk + j + 1}R_1$×${write(example.gamma ** (j + 1))} = +${write(value)}`}
          size={fontSize.small}
        />
      ))}
    </g>
  );
}
