import { expect, it } from 'vitest';
import { Canvas } from './Canvas.tsx';
import { Mark } from './Mark.tsx';
import { draw } from './testing/drawn.ts';

const idle = { kind: 'idle', x: 0, y: 0, width: 40, height: 20 } as const;

it('is an image with a name and a description that its ids point to', () => {
  const drawn = draw(
    <Canvas id="zero" height={200} label="每块 GPU 的内存" description="第三级最省">
      <Mark {...idle} />
    </Canvas>,
  );
  const svg = drawn.one('svg');
  expect(svg.getAttribute('role')).toBe('img');
  expect(drawn.one(`#${svg.getAttribute('aria-labelledby')}`).textContent).toBe('每块 GPU 的内存');
  expect(drawn.one(`#${svg.getAttribute('aria-describedby')}`).textContent).toBe('第三级最省');
});

it('keeps the aspect of its viewBox and scrolls below its least width', () => {
  const drawn = draw(
    <Canvas id="a" width={646} height={300} minWidth={500} label="图">
      <Mark {...idle} />
    </Canvas>,
  );
  expect(drawn.one('svg').getAttribute('viewBox')).toBe('0 0 646 300');
  expect(drawn.one('svg').getAttribute('style')).toContain('min-width:500px');
  expect(drawn.one('svg').getAttribute('style')).toContain('aspect-ratio:646/300');
  expect(drawn.one('.canvas').getAttribute('tabindex')).toBe('0');
});

it('that fits a phone is no stop of the Tab key', () => {
  const drawn = draw(
    <Canvas id="a" width={340} height={300} label="图">
      <Mark {...idle} />
    </Canvas>,
  );
  expect(drawn.one('.canvas').hasAttribute('tabindex')).toBe(false);
});

it('with something to operate is a group, whose parts assistive technology can reach', () => {
  const drawn = draw(
    <Canvas id="a" height={300} label="图" interactive>
      <Mark {...idle} />
    </Canvas>,
  );
  expect(drawn.one('svg').getAttribute('role')).toBe('group');
});

it('two figures on a page use patterns of their own', () => {
  const drawn = draw(
    <div>
      {['left', 'right'].map((id) => (
        <Canvas key={id} id={id} height={100} label={id}>
          <Mark {...idle} />
        </Canvas>
      ))}
    </div>,
  );
  const ids = drawn.all('[id]').map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
  const used = drawn.all('rect').map((rect) => /^url\(#(.+)\)$/.exec(rect.getAttribute('fill')!)?.[1]);
  expect(used.filter((id) => id !== undefined)).toEqual(['left-idle', 'right-idle']);
  expect(drawn.one('#left-idle').tagName.toLowerCase()).toBe('pattern');
});
