import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontSize, overlap, type Rect } from './frame.ts';
import { attainable, ridge, Roofline, type RooflineProps } from './Roofline.tsx';
import { draw, points } from './testing/drawn.ts';
import { textWidth } from './text.ts';

const roof = { peak: 312e12, bandwidth: 2e12, label: '峰值', slopeLabel: '带宽' };
const props: RooflineProps = {
  roofs: [roof],
  points: [
    { label: '解码', intensity: 1, performance: 2e12, kind: 'decode', marker: 'square' },
    { label: '预填充', intensity: 1000, performance: 250e12, kind: 'prefill', marker: 'square' },
  ],
};
/** The middle of a square marker. */
const centre = (corners: [number, number][]) =>
  [0, 1].map((i) => corners.reduce((sum, corner) => sum + corner[i]!, 0) / corners.length);

it('the attainable performance is the lesser of peak and of intensity times bandwidth; they meet at the ridge', () => {
  expect(ridge(roof)).toBe(156);
  expect(attainable(roof, 156)).toBe(312e12);
  const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, (peak, bandwidth, intensity) => {
      const bound = attainable({ peak, bandwidth }, intensity);
      expect(bound).toBe(
        intensity < ridge({ peak, bandwidth }) ? intensity * bandwidth : Math.min(peak, intensity * bandwidth),
      );
      expect(bound).toBeLessThanOrEqual(peak);
    }),
  );
});

describe('the picture', () => {
  const drawn = draw(<Roofline {...props} />);
  const [start, corner, end] = points(drawn.one('[data-part=roof]')) as [number, number][];

  it('rises to the ridge and is flat from there', () => {
    expect(start![1]).toBeGreaterThan(corner![1]);
    expect(end![1]).toBe(corner![1]);
  });

  it('drops the ridge to the axis from the corner of the roof', () => {
    const foot = points(drawn.one('[data-part=ridge]'));
    expect(foot[0]).toEqual(corner);
    expect(foot[1]![0]).toBe(corner![0]);
  });

  it('puts a kernel that reaches its bound on the roof, and others below it', () => {
    const [onSlope, below] = drawn.all('[data-point] path').map((marker) => centre(points(marker)));
    const share = (onSlope![0]! - start![0]) / (corner![0] - start![0]);
    expect(onSlope![1]).toBeCloseTo(start![1] + share * (corner![1] - start![1]), 0);
    expect(below![1]).toBeGreaterThan(corner![1]);
    expect(below![0]).toBeGreaterThan(corner![0]);
  });

  it('labels the slope along the slope', () => {
    const angle = (Math.atan2(corner![1] - start![1], corner![0] - start![0]) * 180) / Math.PI;
    const turned = Number(/rotate\((-?[\d.]+)/.exec(drawn.text('带宽').getAttribute('transform')!)![1]);
    expect(turned).toBeCloseTo(angle, 0);
  });
});

it('says where the ridge is when asked', () => {
  expect(draw(<Roofline {...props} ridgeLabel={(i) => `山脊 ${i}`} />).texts()).toContain('山脊 156');
});

it('keeps the name of a kernel off the name of the roof', () => {
  const label = '这块芯片的峰值';
  const kernel = '预填充的权重';
  for (let intensity = 200; intensity < 10_000; intensity *= 1.2)
    for (let performance = 60e12; performance < 312e12; performance *= 1.2) {
      const drawn = draw(
        <Roofline
          height={280}
          roofs={[{ peak: 312e12, bandwidth: 2e12, label }]}
          points={[{ label: kernel, intensity, performance, kind: 'prefill' }]}
          xAxis={{ domain: [0.4, 12_000] }}
          yAxis={{ domain: [3e11, 4e15] }}
        />,
      );
      const [of, under] = [label, kernel].map((text) => boxOf(drawn.text(text), text));
      expect(overlap(of!, under!), `at ${intensity}, ${performance}`).toBe(false);
    }
});

/** The area of a label, whose text is set around the middle of its line. */
function boxOf(drawn: { getAttribute(name: string): string | null }, text: string): Rect {
  const [x, y] = ['x', 'y'].map((name) => Number(drawn.getAttribute(name)));
  const width = textWidth(text, fontSize.small);
  const anchor = drawn.getAttribute('text-anchor') ?? 'start';
  return { x: x! - { start: 0, middle: width / 2, end: width }[anchor]!, y: y! - 7, width, height: 14 };
}
