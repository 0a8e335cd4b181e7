import { CurvedArrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed, formatNumber } from '#draw/format.ts';
import { columnWidth, fontSize, type Point } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, textOf, textOn } from '#draw/palette.ts';
import { run } from './one-head.ts';
import { carriedNames, words } from './words.zh.ts';

const it = words.indexOf('它');
const { scores, scaled, weights, V, output } = run({ head: 'reference', causal: false, positions: true });
const LEFT = 92;
const STEP = (columnWidth - LEFT) / words.length;
const CELL = { width: STEP - 8, height: 26 };
const centre = (j: number) => LEFT + (j + 0.5) * STEP;
const WORDS = 118;
const rows = [
  { y: 172, name: '$q·k_j$', values: scores.row(it), format: formatNumber },
  { y: 208, name: '$÷√d_k$', values: scaled.row(it), format: formatNumber },
  { y: 244, name: 'softmax', values: weights.row(it), format: fixed(3) },
];
const VALUES = 300;

/** The hero: one query asks all keys, the softmax of the answers weighs the values. Words run across, steps run down. */
export default function OneQuery() {
  return (
    <Canvas
      id="one-query"
      height={472}
      label="“它”这个 query 与八个 key 做点积，经 softmax 取回 value 的加权平均"
      minWidth={600}
    >
      {words.map((word, j) => (
        <Beam key={word} j={j} />
      ))}
      {words.map((word, j) => (
        <Word key={word} word={word} j={j} />
      ))}
      {rows.map((row) => (
        <Row key={row.name} {...row} />
      ))}
      <Values />
      <Output />
    </Canvas>
  );
}

/** An arc from each key to the query, as heavy as its weight. */
function Beam({ j }: { j: number }) {
  if (j === it) return null;
  const [from, to]: Point[] = [
    [centre(j), WORDS - 18],
    [centre(it), WORDS - 18],
  ] as Point[];
  const rise = 24 + 13 * Math.abs(it - j);
  const curve = [from!, [from![0], from![1] - rise], [to![0], to![1] - rise], to!] as const;
  return (
    <CurvedArrow
      curve={curve}
      kind={weights.at(it, j) > 0.05 ? 'accent' : 'muted'}
      weight={0.75 + 5 * weights.at(it, j)}
    />
  );
}

function Word({ word, j }: { word: string; j: number }) {
  const asks = j === it;
  return (
    <g>
      <Mark
        kind={asks ? 'q' : 'k'}
        tone={asks ? 'solid' : 'tint'}
        x={centre(j) - CELL.width / 2}
        y={WORDS - 15}
        width={CELL.width}
        height={30}
        radius={2}
      />
      <Label
        x={centre(j)}
        y={WORDS}
        text={word}
        size={fontSize.large}
        anchor="middle"
        colour={asks ? textOn('q') : undefined}
      />
      {asks && (
        <Label
          x={centre(j)}
          y={WORDS + 30}
          text="query 在问"
          size={fontSize.small}
          anchor="middle"
          colour={textOf('q')}
        />
      )}
    </g>
  );
}

function Row({ y, name, values, format }: (typeof rows)[number]) {
  const domain = name === 'softmax' ? ([0, 1] as const) : ([0, Math.max(...values)] as const);
  return (
    <g>
      <Label x={LEFT - 12} y={y + CELL.height / 2} text={name} anchor="end" />
      {values.map((value, j) => (
        <Grid
          key={j}
          values={[[value]]}
          x={centre(j) - CELL.width / 2}
          y={y}
          width={CELL.width}
          height={CELL.height}
          cell={CELL.width}
          domain={domain}
          format={format}
        />
      ))}
    </g>
  );
}

/** Each word's value stands upright under its weight, as heavy in colour as the weight lets through. */
function Values() {
  return (
    <g>
      <Label x={LEFT - 12} y={VALUES - 14} text="$V$" anchor="end" colour={textOf('v')} bold />
      {carriedNames.map((name, c) => (
        <Label
          key={name}
          x={LEFT - 12}
          y={VALUES + 11 + c * 22}
          text={name}
          size={fontSize.small}
          anchor="end"
          colour={muted}
        />
      ))}
      {words.map((word, j) => (
        <Grid
          key={word}
          values={V.row(j).map((value) => [value])}
          x={centre(j) - 17}
          y={VALUES}
          width={34}
          height={88}
          cell={34}
          kindOf={(c) => (V.at(j, c) === 1 ? 'v' : 'neutral')}
          digits={0}
        />
      ))}
    </g>
  );
}

function Output() {
  const y = VALUES + 138;
  return (
    <g>
      <Label x={LEFT - 12} y={y + 13} text="“它”得到" anchor="end" bold />
      <Grid
        values={[output.row(it)]}
        x={LEFT + 4}
        y={y}
        width={4 * 62}
        height={28}
        cell={62}
        digits={2}
        domain={[0, 1]}
        columnLabels={[]}
      />
      {carriedNames.map((name, c) => (
        <Label
          key={name}
          x={LEFT + 4 + (c + 0.5) * 62}
          y={y - 11}
          text={name}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      ))}
      <Label x={LEFT + 4 + 4 * 62 + 16} y={y + 14} text="八个 value 按权重相加" colour={textOf('v')} />
    </g>
  );
}
