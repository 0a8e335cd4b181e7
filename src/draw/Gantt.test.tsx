import type { VNode } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { Gantt, ganttHeight, type GanttProps } from './Gantt.tsx';
import { box, draw, number, points } from './testing/drawn.ts';

const lanes: GanttProps['lanes'] = [
  {
    label: '阶段 1',
    intervals: [
      { start: 0, end: 2, kind: 'forward', label: '1' },
      { start: 6, end: 10, kind: 'backward', label: '一次很长很长很长的反向传播' },
    ],
  },
  { label: '阶段 2', intervals: [{ start: 2, end: 6, kind: 'forward' }] },
];
const marks = (props: GanttProps, lane: number) =>
  draw(<Gantt {...props} />)
    .all(`[data-lane="${lane}"] [data-part=interval] rect[data-kind]`)
    .map(box);

describe('intervals', () => {
  it('begin and end at their times on one clock for all lanes', () => {
    const [first, second] = marks({ lanes }, 0);
    const [between] = marks({ lanes }, 1);
    const unit = (second!.x - first!.x) / 6;
    expect(between!.x).toBeCloseTo(first!.x + 2 * unit, 1);
    expect(first!.width + 1).toBeCloseTo(2 * unit, 1);
    expect(second!.width + 1).toBeCloseTo(4 * unit, 1);
  });

  it('of one lane stand in it, and lanes do not overlap', () => {
    const [above] = marks({ lanes }, 0);
    const [below] = marks({ lanes }, 1);
    expect(above!.y + above!.height).toBeLessThan(below!.y);
  });

  it('carry their label only where it fits', () => {
    const narrow = draw(<Gantt lanes={lanes} width={300} />).texts();
    expect(narrow).toContain('1');
    expect(narrow).not.toContain('一次很长很长很长的反向传播');
  });

  it('leave time at the right when an end is given', () => {
    const last = marks({ lanes, end: 20 }, 0)[1]!;
    const whole = marks({ lanes }, 0)[1]!;
    expect(last.x + last.width).toBeLessThan(whole.x);
  });
});

it('a lane is dead from its time on, cross-hatched to the end', () => {
  const dying = [{ ...lanes[0]!, deadFrom: 5 }, lanes[1]!];
  const drawn = draw(<Gantt lanes={dying} />);
  const fault = box(drawn.one('[data-kind=fault]'));
  const [first, second] = marks({ lanes: dying }, 0);
  expect(fault.x).toBeCloseTo(first!.x + (5 / 6) * (second!.x - first!.x), 1);
  expect(fault.x + fault.width).toBeCloseTo(second!.x + second!.width + 1, 1);
});

it('idle time is hatched behind the intervals, as long as the lane lives', () => {
  const idle = draw(<Gantt lanes={[{ ...lanes[0]!, deadFrom: 5 }]} showIdle />);
  const ground = box(idle.one('[data-kind=idle]'));
  // The outline is drawn half its weight inside.
  expect(ground.x + ground.width + 0.5).toBeCloseTo(box(idle.one('[data-kind=fault]')).x, 5);
});

it('the cursor and references cross all lanes at their time', () => {
  const drawn = draw(<Gantt lanes={lanes} cursor={6} references={[{ value: 2, label: '故障' }]} />);
  const [first, second] = marks({ lanes, cursor: 6, references: [{ value: 2, label: '故障' }] }, 0);
  const cursor = points(drawn.one('[data-part=cursor]'));
  expect(cursor[0]![0]).toBeCloseTo(second!.x, 1);
  expect(points(drawn.one('[data-part=reference]'))[0]![0]).toBeCloseTo(first!.x + first!.width + 1, 1);
  expect(cursor[0]![1]).toBeLessThan(first!.y);
  expect(cursor[1]![1]).toBeGreaterThan(marks({ lanes, references: [{ value: 2, label: '故障' }] }, 1)[0]!.y);
});

it('everything stands in the height that it reports', () => {
  const props = { lanes, label: '毫秒' };
  for (const text of draw(<Gantt {...props} />).all('text')) expect(number(text, 'y')).toBeLessThan(ganttHeight(props));
});

describe('lanes that can be pressed', () => {
  it('are buttons with a name and a state, and plain marks otherwise', () => {
    const drawn = draw(
      <Gantt lanes={lanes} onLane={() => {}} laneName={(i) => `停掉第 ${i + 1} 级`} pressed={(i) => i === 1} />,
    );
    const buttons = drawn.all('[role=button]');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['停掉第 1 级', '停掉第 2 级']);
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    expect(buttons.every((button) => button.getAttribute('tabindex') === '0')).toBe(true);
    expect(draw(<Gantt lanes={lanes} />).all('[role=button]')).toEqual([]);
  });

  it('answer to a click, to Enter and to Space, and to no other key', () => {
    const pressed = vi.fn();
    const { props } = buttonIn(Gantt({ lanes, onLane: pressed }), 1);
    const key = (name: string) => ({ key: name, preventDefault: vi.fn() });
    props.onClick();
    props.onKeyDown(key('Enter'));
    props.onKeyDown(key(' '));
    props.onKeyDown(key('Tab'));
    expect(pressed.mock.calls).toEqual([[1], [1], [1]]);
  });
});

interface Button {
  props: { onClick(): void; onKeyDown(event: { key: string; preventDefault(): void }): void };
}

/** The n-th button in a tree of elements not yet rendered, where handlers can still be called. */
function buttonIn(tree: VNode, n: number): Button {
  const found: unknown[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    const props = (node as VNode<{ role?: string; children?: unknown }> | null)?.props;
    if (!props) return;
    if (props.role === 'button') found.push(node);
    visit(props.children);
  };
  visit(tree);
  return found[n] as Button;
}
