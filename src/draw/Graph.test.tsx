import { describe, expect, it } from 'vitest';
import { Graph, type GraphNode } from './Graph.tsx';
import { box, draw, number, points } from './testing/drawn.ts';
import { textWidth } from './text.ts';

const nodes: GraphNode[] = [
  { id: 'q', x: 100, y: 50, label: '查询', kind: 'q' },
  { id: 'k', x: 100, y: 150, label: '键', kind: 'k' },
  { id: 's', x: 300, y: 100, label: '打分', height: 40 },
];
const rectOf = (drawn: ReturnType<typeof draw>, id: string) => box(drawn.one(`[data-node=${id}] rect`));

it('nodes are centred where they were put and hold their label', () => {
  const drawn = draw(<Graph nodes={nodes} edges={[]} />);
  const q = rectOf(drawn, 'q');
  expect(q.x + q.width / 2).toBeCloseTo(100);
  expect(q.y + q.height / 2).toBeCloseTo(50);
  expect(q.width).toBeGreaterThan(textWidth('查询') + 16);
});

describe('an edge', () => {
  it('leaves the side that faces the other node and reaches the side that faces back', () => {
    const drawn = draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 's' }]} />);
    const [shaft, head] = drawn.all('path').map(points);
    const [q, s] = [rectOf(drawn, 'q'), rectOf(drawn, 's')];
    expect(shaft![0]![0]).toBeCloseTo(q.x + q.width + 0.5, 1);
    expect(head![0]![0]).toBeLessThan(s.x);
    expect(s.x - head![0]![0]).toBeLessThan(5);
    expect(head![0]![1]).toBe(100);
  });

  it('is smooth: it leaves and arrives squarely', () => {
    const [shaft] = draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 's' }]} />)
      .all('path')
      .map(points);
    expect(shaft![1]![1]).toBe(shaft![0]![1]);
    expect(shaft![2]![1]).toBe(shaft![3]![1]);
  });

  it('joins tops and bottoms when nodes stand one over another, or when told to', () => {
    const under = draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 'k' }]} />)
      .all('path')
      .map(points);
    expect(under[0]![0]![0]).toBe(100);
    expect(under[1]![0]![0]).toBe(100);
    const told = draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 's', via: 'ends' }]} />)
      .all('path')
      .map(points);
    expect(told[0]![0]![0]).toBe(100);
  });

  it('to itself loops above its node', () => {
    const drawn = draw(<Graph nodes={nodes} edges={[{ from: 's', to: 's' }]} />);
    const s = rectOf(drawn, 's');
    expect(Math.min(...points(drawn.all('path')[0]!).map(([, y]) => y))).toBeLessThan(s.y - 20);
  });

  it('to a node that is not there names those that are', () => {
    expect(() => draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 'v' }]} />)).toThrow(
      'an edge names “v”, but the graph has only q, k, s',
    );
  });
});

it('edges that reach one side of a node land apart, in the order in which they come', () => {
  const drawn = draw(
    <Graph
      nodes={nodes}
      edges={[
        { from: 'k', to: 's' },
        { from: 'q', to: 's' },
      ]}
    />,
  );
  const tips = drawn
    .all('path')
    .filter((_, i) => i % 2 === 1)
    .map((head) => points(head)[0]![1]);
  expect(tips[0]! - tips[1]!).toBe(12);
  expect((tips[0]! + tips[1]!) / 2).toBe(100);
});

it('a label stands on the curve, over a halo', () => {
  const drawn = draw(<Graph nodes={nodes} edges={[{ from: 'q', to: 's', label: '点积' }]} />);
  const [shaft] = drawn.all('path').map(points);
  const middle = (shaft![0]![0] + shaft![3]![0]) / 2;
  expect(Math.abs(number(drawn.text('点积'), 'x') - middle)).toBeLessThan(5);
  expect(drawn.text('点积').getAttribute('paint-order')).toBe('stroke');
});
