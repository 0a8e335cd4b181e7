import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, textOf } from '#draw/palette.ts';
import { Carried } from './Carried.tsx';
import { left, looks, matrixTop, n, vector, wide } from './layout.ts';
import { matrixAt } from './model.ts';
import { words } from '#figures/attention-is-all-you-need/words.zh.ts';
import { text } from './text.zh.ts';
import type { Props } from './View.tsx';

const t = text.view;
const [titleY, namesY] = [matrixTop - 40, matrixTop - 14];

/** All queries at once; a click on a row chooses it. */
export function Whole(props: Props) {
  return (
    <g>
      <WholeMatrix {...props} />
      <Outputs {...props} />
      {words.map((word, i) => (
        <rect
          key={word}
          data-part="row"
          x={0}
          y={matrixTop + i * wide.height}
          width={columnWidth}
          height={wide.height}
          fill="transparent"
          cursor="pointer"
          onClick={() => props.onQuery(i)}
        />
      ))}
    </g>
  );
}

function WholeMatrix({ run, query, stage }: Props) {
  const step = Math.min(stage, 3);
  const width = n * wide.width;
  return (
    <g>
      <Label x={left.K} y={titleY} text={t.matrices[stage]!} bold />
      {step === 3 && (
        <Label x={left.K + width} y={titleY} text={t.sums} size={fontSize.small} colour={muted} anchor="end" />
      )}
      {words.map((word, j) => (
        <g key={word}>
          <Label x={left.K + (j + 0.5) * wide.width} y={namesY} text={word} anchor="middle" colour={textOf('k')} />
          <Label
            x={left.K - 10}
            y={matrixTop + (j + 0.5) * wide.height}
            text={word}
            anchor="end"
            bold={j === query}
            colour={textOf('q')}
          />
        </g>
      ))}
      <Grid
        values={matrixAt(run, step).toRows()}
        x={left.K}
        y={matrixTop}
        width={width}
        height={n * wide.height}
        cell={wide.width}
        masked={(i, j) => step >= 2 && !run.mask(i, j)}
        highlights={[{ row: query, column: 0, columns: n, kind: 'accent' }]}
        {...looks[step]!}
      />
    </g>
  );
}

function Outputs({ run, query, stage }: Props) {
  const [x, width, height] = [left.V, 4 * vector.width, n * wide.height];
  const done = stage >= 4;
  return (
    <g>
      <Label x={x + width} y={titleY} text={t.outputs} bold={done} anchor="end" colour={done ? undefined : muted} />
      <Carried x={x} y={namesY} />
      {done ? (
        <Grid
          values={run.output.toRows()}
          x={x}
          y={matrixTop}
          width={width}
          height={height}
          cell={vector.width}
          digits={3}
          domain={[0, 1]}
          highlights={[{ row: query, column: 0, columns: 4, kind: 'accent' }]}
        />
      ) : (
        <Mark kind="neutral" tone="ghost" x={x} y={matrixTop} width={width} height={height} />
      )}
    </g>
  );
}
