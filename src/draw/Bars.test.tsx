import { describe, expect, it } from 'vitest';
import { Bars, barsHeight, type BarsProps } from './Bars.tsx';
import { box, draw, number, points } from './testing/drawn.ts';

const bars: BarsProps['bars'] = [
  {
    label: '前',
    parts: [
      { kind: 'parameters', value: 20, label: '参数' },
      { kind: 'optimizer', value: 80 },
    ],
  },
  {
    label: '后',
    parts: [
      { kind: 'parameters', value: 20 },
      { kind: 'optimizer', value: 5 },
    ],
  },
];
const partsOf = (props: BarsProps) => {
  const drawn = draw(<Bars {...props} />);
  return drawn.all('[data-bar]').map((_, i) => drawn.all(`[data-bar="${i}"] rect[data-kind]`).map(box));
};

describe('level stacked bars', () => {
  it('have lengths in proportion to their values, from a common zero', () => {
    const [first, second] = partsOf({ bars });
    // A part gives one unit to the hair of paper after it.
    expect((first![1]!.width + 1) / (first![0]!.width + 1)).toBeCloseTo(4, 1);
    expect(second![0]).toEqual({ ...first![0]!, y: second![0]!.y });
    expect(first![1]!.x).toBeCloseTo(first![0]!.x + first![0]!.width + 1, 1);
  });

  it('say their total, or their note, at their end', () => {
    const noted = [bars[0]!, { ...bars[1]!, note: '省 75%' }];
    const drawn = draw(<Bars bars={noted} axis={false} />);
    const ends = noted.map((_, i) =>
      Math.max(...drawn.all(`[data-bar="${i}"] rect[data-kind]`).map((rect) => box(rect).x + box(rect).width)),
    );
    expect(number(drawn.text('100'), 'x')).toBeGreaterThan(ends[0]!);
    expect(number(drawn.text('省 75%'), 'x')).toBeGreaterThan(ends[1]!);
  });

  it('name a part inside it where it fits', () => {
    expect(draw(<Bars bars={bars} />).texts()).toContain('参数');
    expect(draw(<Bars bars={bars} width={120} />).texts()).not.toContain('参数');
  });

  it('stay within the frame and above the axis', () => {
    const props = { bars, x: 20, y: 10, width: 400, label: 'GB' };
    for (const rect of partsOf(props).flat()) {
      expect(rect.x).toBeGreaterThanOrEqual(20);
      expect(rect.x + rect.width).toBeLessThanOrEqual(420);
      expect(rect.y + rect.height).toBeLessThanOrEqual(10 + barsHeight(props) - 42);
    }
  });
});

it('a reference line stands at its value on the bars’ own scale', () => {
  const drawn = draw(<Bars bars={bars} references={[{ value: 20, label: '上限' }]} />);
  const [[x] = [0]] = points(drawn.one('[data-part=reference]'));
  const first = box(drawn.all('[data-bar="0"] rect[data-kind]')[0]!);
  expect(x).toBeCloseTo(first.x + first.width + 1, 1);
});

it('upright bars stand on zero and rise in proportion', () => {
  const props = { bars, orientation: 'vertical', height: 300 } as const;
  const [first, second] = partsOf(props);
  const zero = points(draw(<Bars {...props} />).one('[data-part=zero]'))[0]![1];
  expect(first![0]!.y + first![0]!.height).toBeCloseTo(zero, 1);
  expect(first![0]!.height).toBeCloseTo(second![0]!.height, 1);
  expect(first![1]!.y).toBeLessThan(second![1]!.y);
});

it('grouped bars each begin at zero, side by side, and each say their value', () => {
  const props = { bars, arrangement: 'grouped', axis: false } as const;
  const [first] = partsOf(props);
  expect(first![0]!.x).toBe(first![1]!.x);
  expect(first![0]!.y + first![0]!.height).toBeLessThanOrEqual(first![1]!.y);
  expect(draw(<Bars {...props} />).texts()).toEqual(['前', '参数', '后', '20', '80', '20', '5']);
});

it('a negative bar runs from zero to the other side', () => {
  const props = {
    bars: [
      { label: '减', parts: [{ kind: 'fault', value: -5 } as const] },
      { label: '增', parts: [{ kind: 'compute', value: 5 } as const] },
    ],
  };
  const [[down] = [], [up] = []] = partsOf(props);
  expect(down!.x + down!.width).toBeCloseTo(up!.x, -1);
  expect(down!.x).toBeLessThan(up!.x);
});
