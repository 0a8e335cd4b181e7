import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { line, muted, textOf, type Kind } from '#draw/palette.ts';
import { readerNames, type ReaderName } from '#mechanisms/pre-training/cloze-counts.ts';
import { asked, readers } from './setting.ts';
import { objects, subjects, verbs } from './world.zh.ts';
import { words } from './words.zh.ts';

const kinds: Record<ReaderName, Kind> = { left: 'item-1', right: 'item-4', joined: 'ink', both: 'accent' };
const best = subjects.map((_, l) =>
  objects.map((__, r) => readers.both(l, r).indexOf(Math.max(...readers.both(l, r)))),
);
const GRID = { x: 0, y: 30, width: 240, cell: 48 };
const RIGHT = 270;
const BARS = 372;
const ROW = 62;
/** The verbs that any reader thinks possible in the question, in the table's order. */
const shown = verbs.flatMap((_, w) => (readerNames.some((name) => readers[name](asked.l, asked.r)[w]! > 0) ? [w] : []));
const STEP = (columnWidth - BARS) / shown.length;

/** The left word picks a row, the right word a column, both a cell; and what four readers make of one question. */
export default function RowColumnCell() {
  const { l, r } = asked;
  return (
    <Canvas
      id="row-column-cell"
      height={18 + 4 * ROW}
      label="左边的词选一行，右边的词选一列，两边一起选一格"
      minWidth={600}
    >
      <Grid
        {...GRID}
        values={best.map((row) => row.map(() => 0))}
        domain={[0, 1]}
        rowLabels={subjects}
        columnLabels={objects}
        columnTitle={words.world.title}
        cellLabel={(i, j) => verbs[best[i]![j]!]}
        highlights={[
          { row: l, column: 0, columns: objects.length, kind: kinds.left },
          { row: 0, column: r, rows: subjects.length, kind: kinds.right },
          { row: l, column: r, kind: kinds.both },
        ]}
      />
      <Label x={RIGHT} y={10} text={words.world.question(subjects[l], objects[r])} bold />
      {readerNames.map((name, i) => (
        <Guess key={name} name={name} y={14 + i * ROW} />
      ))}
    </Canvas>
  );
}

function Guess({ name, y }: { name: ReaderName; y: number }) {
  const p = readers[name](asked.l, asked.r);
  const foot = y + 42;
  return (
    <g>
      <Label
        x={RIGHT}
        y={foot - 8}
        text={words.world.readers[name]}
        size={fontSize.small}
        colour={textOf(kinds[name])}
      />
      <path d={`M${BARS} ${foot}H${columnWidth}`} stroke={line} fill="none" />
      {shown.map((w, i) => {
        const centre = BARS + (i + 0.5) * STEP;
        const height = 24 * p[w]!;
        return (
          <g key={w}>
            {p[w]! > 0 && (
              <>
                <Mark kind={kinds[name]} x={centre - 12} y={foot - height} width={24} height={height} />
                <Label
                  x={centre}
                  y={foot - height - 8}
                  text={formatPercent(p[w]!, 2)}
                  size={fontSize.small}
                  anchor="middle"
                />
              </>
            )}
            <Label x={centre} y={foot + 9} text={verbs[w]!} size={fontSize.small} anchor="middle" colour={muted} />
          </g>
        );
      })}
    </g>
  );
}
