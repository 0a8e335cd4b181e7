import { describe, expect, it } from 'vitest';
import { Blocks, blocksHeight, type BlocksProps } from './Blocks.tsx';
import { box, draw, number, points } from './testing/drawn.ts';

const tensors: BlocksProps = {
  unit: 20,
  rowHeight: 10,
  rows: [
    {
      blocks: [
        { label: '$X$', note: '4×8', width: 8, height: 4, kind: 'activations' },
        { label: '×', bare: true },
        { label: '$A$', note: '8×6', width: 6, height: 8, kind: 'parameters' },
      ],
    },
  ],
};
const marks = (props: BlocksProps) =>
  draw(<Blocks {...props} />)
    .all('rect[data-kind]')
    .map(box);

describe('blocks', () => {
  it('are as wide and high as their shape says, on a common middle', () => {
    const [x, a] = marks(tensors);
    expect([x!.width, x!.height, a!.width, a!.height]).toEqual([160, 40, 120, 80]);
    expect(x!.y + x!.height / 2).toBe(a!.y + a!.height / 2);
  });

  it('stand one after another with their operator between', () => {
    const drawn = draw(<Blocks {...tensors} />);
    const [x, a] = marks(tensors);
    const operator = number(drawn.text('×'), 'x');
    expect(operator).toBeGreaterThan(x!.x + x!.width);
    expect(operator).toBeLessThan(a!.x);
  });

  it('have their notes under them, within the height that they report', () => {
    const drawn = draw(<Blocks {...tensors} />);
    const [x] = marks(tensors);
    const note = drawn.text('4×8');
    expect(number(note, 'x')).toBe(x!.x + x!.width / 2);
    expect(number(note, 'y')).toBeGreaterThan(x!.y + x!.height);
    expect(number(drawn.text('8×6'), 'y')).toBeLessThan(blocksHeight(tensors));
  });

  it('fill the frame with the widest row when no unit is given', () => {
    const rows = [{ blocks: Array.from({ length: 20 }, () => ({})) }, { blocks: [{}] }];
    const last = marks({ rows, width: 400 })[19]!;
    // The outline is drawn half its weight inside.
    expect(last.x + last.width).toBeCloseTo(399.5, 5);
  });
});

it('slots divide a block equally, and empty ones show paper', () => {
  const drawn = draw(
    <Blocks unit={120} rows={[{ blocks: [{ kind: 'kv', slots: [{ label: '甲' }, { label: '乙' }, {}] }] }]} />,
  );
  const slots = drawn.all('[data-part=slot] rect').map(box);
  expect(slots.map((slot) => [slot.x, slot.width])).toEqual([
    [0, 40],
    [40, 40],
  ]);
  expect(drawn.texts()).toEqual(['甲', '乙']);
});

describe('arrows', () => {
  const rows = [{ blocks: [{}, {}] }, { blocks: [{}, {}] }];

  it('run from the edge of one block to the facing edge of the other', () => {
    const props: BlocksProps = { rows, arrows: [{ from: [0, 0], to: [1, 1], label: '映射' }] };
    const drawn = draw(<Blocks {...props} />);
    const rects = marks(props);
    const [from, to] = [rects[0]!, rects[3]!];
    const [shaft, head] = drawn.all('path').map(points);
    expect(shaft![0]![0]).toBe(from.x + from.width / 2);
    expect(shaft![0]![1]).toBeGreaterThanOrEqual(from.y + from.height);
    expect(head![0]![0]).toBe(to.x + to.width / 2);
    expect(head![0]![1]).toBeLessThanOrEqual(to.y);
  });

  it('name the blocks when one is not there', () => {
    expect(() => draw(<Blocks rows={rows} arrows={[{ from: [0, 0], to: [1, 7] }]} />)).toThrow(
      'an arrow joins a block that is not there: 0,0 to 1,7',
    );
  });
});
