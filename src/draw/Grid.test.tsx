import { describe, expect, it } from 'vitest';
import { Grid } from './Grid.tsx';
import { gridLayout, gridSize } from './grid-layout.ts';
import { box, draw, number, points } from './testing/drawn.ts';

const values = [
  [1, 0, 0],
  [0.5, 0.5, 0],
];
const cells = '[data-part=cell]';

describe('cells', () => {
  it('stand row by row without overlap, a hair apart', () => {
    const rects = draw(<Grid values={values} cell={30} />)
      .all(cells)
      .map(box);
    expect(rects).toHaveLength(6);
    expect(rects[4]).toEqual({ x: 30.5, y: 30.5, width: 29, height: 29 });
  });

  it('take the step of the ramp for their value', () => {
    const fills = draw(<Grid values={values} />)
      .all(cells)
      .map((cell) => cell.getAttribute('fill'));
    expect(fills).toEqual(['ramp-8', 'ramp-0', 'ramp-0', 'ramp-4', 'ramp-4', 'ramp-0'].map((name) => `var(--${name})`));
  });

  it('put zero in the middle of a diverging ramp, however lopsided the values', () => {
    const fills = draw(<Grid values={[[-4, 0, 1]]} ramp="diverging" />)
      .all(cells)
      .map((cell) => cell.getAttribute('fill'));
    expect(fills).toEqual(['var(--diverging-0)', 'var(--diverging-4)', 'var(--diverging-5)']);
  });

  it('are hatched where masked, and absent where null', () => {
    const drawn = draw(<Grid values={[[1, 2, null]]} digits={0} masked={(_, j) => j === 1} />);
    expect(drawn.all(cells)).toHaveLength(1);
    expect(drawn.all('rect').filter((rect) => rect.getAttribute('fill') === 'url(#figure-masked)')).toHaveLength(1);
    expect(drawn.texts()).toEqual(['1']);
  });

  it('of a kind take its colour and the colour of text on it', () => {
    const drawn = draw(<Grid values={[[0, 1]]} kindOf={(_, j) => (j === 0 ? 'item-1' : undefined)} digits={0} />);
    expect(drawn.all(cells)[0]!.getAttribute('fill')).toBe('var(--item-1)');
    expect(drawn.text('0').getAttribute('fill')).toBe('var(--on-item-1)');
  });

  it('of a dense grid merge with equal neighbours and still cover it', () => {
    const wide = [Array.from({ length: 100 }, (_, j) => (j < 60 ? 0 : 1))];
    const rects = draw(<Grid values={wide} width={200} />)
      .all(cells)
      .map(box);
    expect(rects.map((rect) => [rect.x, rect.width])).toEqual([
      [0, 120],
      [120, 80],
    ]);
  });
});

describe('numbers', () => {
  it('are printed with the given decimals, in the colour that reads on the cell', () => {
    const drawn = draw(<Grid values={values} digits={2} />);
    expect(drawn.texts()).toEqual(['1.00', '0.00', '0.00', '0.50', '0.50', '0.00']);
    expect(drawn.text('1.00').getAttribute('fill')).toBe('var(--on-ramp-8)');
  });

  it('are left out of cells too small for legible type', () => {
    expect(draw(<Grid values={values} digits={2} cell={20} />).texts()).toEqual([]);
  });
});

describe('labels', () => {
  it('of rows end before the cells, in the middle of their row', () => {
    const props = { values, rowLabels: ['注意', '力'], cell: 30 };
    const { left } = gridLayout(props);
    const labels = draw(<Grid {...props} />).all('text');
    expect(labels.map((label) => number(label, 'x'))).toEqual([left - 8, left - 8]);
    expect(number(labels[1]!, 'y') - number(labels[0]!, 'y')).toBe(30);
  });

  it.each([
    [['我', '们', '。'], 'level'],
    [['注意力', '们', '。'], 'stacked'],
    [['attention', 'is', 'all'], 'slanted'],
  ] as const)('of columns %j stand %s', (columnLabels, stance) => {
    expect(gridLayout({ values, columnLabels, cell: 30 }).columnLabels).toBe(stance);
  });

  it('stand within the size that the grid reports', () => {
    const props = {
      values,
      rowLabels: ['注意', '力'],
      columnLabels: ['我', '们', '。'],
      columnTitle: '键',
      x: 5,
      y: 7,
    };
    const { width, height } = gridSize(props);
    const drawn = draw(<Grid {...props} />);
    for (const cell of drawn.all(cells).map(box)) {
      expect(cell.x + cell.width).toBeLessThanOrEqual(5 + width);
      expect(cell.y + cell.height).toBeLessThanOrEqual(7 + height);
    }
    for (const text of drawn.all('text')) expect(number(text, 'y')).toBeGreaterThan(7);
  });
});

it('a highlighted tile is outlined exactly', () => {
  const drawn = draw(<Grid values={values} cell={30} highlights={[{ row: 1, column: 1, columns: 2, kind: 'q' }]} />);
  const outline = drawn.one('[data-part=highlight]');
  expect(box(outline)).toEqual({ x: 30, y: 30, width: 60, height: 30 });
  expect(outline.getAttribute('stroke')).toBe('var(--q)');
});

it('block boundaries stand between blocks, not around the grid', () => {
  const square = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  const lines = points(
    draw(<Grid values={square} cell={10} blocks={{ rows: 2, columns: 3 }} />).one('[data-part=blocks]'),
  );
  expect(lines).toEqual([
    [0, 20],
    [40, 20],
    [30, 0],
    [30, 40],
  ]);
});

it('fits the frame that it is given', () => {
  const layout = gridLayout({
    values: Array.from({ length: 10 }, () => Array.from({ length: 20 }, () => 0)),
    width: 300,
    height: 100,
  });
  expect(layout.columns * layout.cellWidth).toBeLessThanOrEqual(300);
  expect(layout.rows * layout.cellHeight).toBeLessThanOrEqual(100);
});
