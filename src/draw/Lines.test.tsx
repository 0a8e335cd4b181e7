import { describe, expect, it } from 'vitest';
import { Lines, type Series } from './Lines.tsx';
import { box, draw, number, points } from './testing/drawn.ts';

const series = (label: string, ...ys: number[]): Series => ({
  label,
  kind: 'accent',
  marker: 'square',
  points: ys.map((y, i) => [i, y]),
});

describe('a line', () => {
  it('passes through its points: equal steps of value are equal steps of height', () => {
    const line = points(draw(<Lines series={[series('甲', 0, 10, 20)]} />).one('[data-part=line]'));
    expect(line).toHaveLength(3);
    expect(line[1]![1] - line[0]![1]).toBeCloseTo(line[2]![1] - line[1]![1], 1);
    expect(line[1]![0] - line[0]![0]).toBeCloseTo(line[2]![0] - line[1]![0], 1);
    expect(line[2]![1]).toBeLessThan(line[0]![1]);
  });

  it('is straight for a power law on log axes', () => {
    const law: Series = { label: '平方', kind: 'ink', points: [1, 2, 4, 8].map((n) => [n, n * n]) };
    const line = points(
      draw(<Lines series={[law]} xAxis={{ scale: 'log2' }} yAxis={{ scale: 'log' }} />).one('[data-part=line]'),
    );
    const slopes = line.slice(1).map(([x, y], i) => (y - line[i]![1]) / (x - line[i]![0]));
    expect(slopes[1]).toBeCloseTo(slopes[0]!, 2);
    expect(slopes[2]).toBeCloseTo(slopes[0]!, 2);
  });

  it('is cut at the top of the plot and named there', () => {
    const drawn = draw(<Lines series={[series('甲', 0, 1, 100), series('乙', 1, 1, 1)]} yAxis={{ domain: [0, 2] }} />);
    const line = points(drawn.all('[data-part=line]')[0]!);
    const end = line.at(-1)!;
    const second = points(drawn.all('[data-part=line]')[1]!);
    expect(end[1]).toBe(Math.min(...line.map(([, y]) => y)));
    expect(end[0]).toBeLessThan(second.at(-1)![0]);
    expect(number(drawn.text('甲'), 'x')).toBeCloseTo(end[0], 0);
    expect(number(drawn.text('甲'), 'y')).toBeLessThan(end[1]);
  });

  it('breaks where a value is not finite', () => {
    expect(draw(<Lines series={[series('甲', 1, 2, Number.NaN, 2, 1)]} />).all('[data-part=line]')).toHaveLength(2);
  });

  it('holds its value between steps when stepped', () => {
    const line = points(draw(<Lines series={[{ ...series('甲', 1, 3), stepped: true }]} />).one('[data-part=line]'));
    expect(line).toHaveLength(3);
    expect(line[1]).toEqual([line[2]![0], line[0]![1]]);
  });

  it('shows its points by markers, a shape for each series in turn', () => {
    const plain = ['甲', '乙', '丙', '丁'].map((label): Series => ({
      label,
      kind: 'ink',
      points: [
        [0, 0],
        [1, 1],
      ],
    }));
    const shapes = draw(<Lines series={plain} />)
      .all('[data-part=markers]')
      .map((marker) => {
        const outline = points(marker);
        return JSON.stringify(
          outline.map(([x, y]) => [Math.round(x - outline[0]![0]), Math.round(y - outline[0]![1])]),
        );
      });
    expect(new Set(shapes).size).toBe(4);
  });
});

describe('names of lines', () => {
  it('stand at the right of the end of their line', () => {
    const drawn = draw(<Lines series={[series('甲', 0, 10), series('乙', 10, 2)]} />);
    for (const [i, label] of ['甲', '乙'].entries()) {
      const [x, y] = points(drawn.all('[data-part=line]')[i]!).at(-1)!;
      expect(number(drawn.text(label), 'x')).toBeGreaterThan(x);
      expect(Math.abs(number(drawn.text(label), 'y') - y)).toBeLessThan(8);
    }
  });

  it('move apart when lines end together, in the order of the lines, tied to them where they moved far', () => {
    const drawn = draw(<Lines series={[series('甲', 0, 10), series('乙', 0, 10.1), series('丙', 0, 9.9)]} />);
    const y = (label: string) => number(drawn.text(label), 'y');
    expect(y('甲') - y('乙')).toBeGreaterThanOrEqual(16);
    expect(y('丙') - y('甲')).toBeGreaterThanOrEqual(16);
    expect(drawn.all('[data-part=tie]')).toHaveLength(2);
  });
});

it('references, regions and the cursor stand at their values', () => {
  const drawn = draw(
    <Lines
      series={[series('甲', 0, 10, 20)]}
      references={[{ axis: 'y', value: 10, label: '上限' }]}
      regions={[{ from: 0, to: 1, label: '区间' }]}
      cursor={1}
    />,
  );
  const line = points(drawn.one('[data-part=line]'));
  const [level, cursor] = drawn.all('[data-part=reference]').map(points);
  expect(level![0]![1]).toBeCloseTo(line[1]![1], 1);
  expect(cursor![0]![0]).toBeCloseTo(line[1]![0], 1);
  const region = box(drawn.one('[data-part=region]'));
  expect(region.x).toBeCloseTo(line[0]![0], 1);
  expect(region.x + region.width).toBeCloseTo(line[1]![0], 1);
});
