import { expect, it } from 'vitest';
import { Bars } from './Bars.tsx';
import { Blocks } from './Blocks.tsx';
import { Canvas } from './Canvas.tsx';
import { fontSize } from './frame.ts';
import { Gantt } from './Gantt.tsx';
import { Graph } from './Graph.tsx';
import { Grid } from './Grid.tsx';
import { Lines } from './Lines.tsx';
import { Roofline } from './Roofline.tsx';
import { draw, number } from './testing/drawn.ts';

/** One of each, with every label that it can carry. */
const everything = (width: number) => (
  <Canvas id="all" width={width} height={300} label="图">
    <Grid
      width={width}
      values={[[0.5, 1]]}
      digits={2}
      rowLabels={['行']}
      columnLabels={['a', 'bb']}
      rowTitle="查询"
      columnTitle="键"
    />
    <Bars
      width={width}
      bars={[{ label: '前', parts: [{ kind: 'kv', value: 3, label: '缓存' }] }]}
      label="GB"
      references={[{ value: 2, label: '上限' }]}
      keys={[{ kind: 'kv', label: '缓存' }]}
    />
    <Lines
      width={width}
      series={[
        {
          label: '甲',
          kind: 'ink',
          points: [
            [0, 1],
            [1, 2],
          ],
        },
      ]}
      xAxis={{ label: '长度' }}
      yAxis={{ label: '秒' }}
      regions={[{ from: 0, to: 1, label: '区' }]}
    />
    <Gantt
      width={width}
      lanes={[{ label: '卡', intervals: [{ start: 0, end: 3, kind: 'compute', label: '算' }], note: '满' }]}
      label="秒"
      references={[{ value: 1, label: '停' }]}
    />
    <Blocks
      width={width}
      rows={[
        {
          label: '块',
          blocks: [{ label: '$X$', note: '4×8' }, { label: '×', bare: true }, { slots: [{ label: '甲' }] }],
        },
      ]}
    />
    <Graph nodes={[{ id: 'a', x: 40, y: 40, label: '甲', note: '注' }]} edges={[{ from: 'a', to: 'a', label: '环' }]} />
    <Roofline
      width={width}
      roofs={[{ peak: 1e12, bandwidth: 1e10, label: '峰', slopeLabel: '坡' }]}
      points={[{ label: '点', intensity: 1, performance: 1e9, kind: 'decode' }]}
      ridgeLabel={String}
    />
  </Canvas>
);

it.each([646, 340])('no label of any instrument is set below 12 units, at width %d', (width) => {
  const texts = draw(everything(width)).all('text');
  expect(texts.length).toBeGreaterThan(30);
  for (const text of texts) {
    const size = text.closest('[font-size]')!;
    expect(number(size, 'font-size'), text.textContent!).toBeGreaterThanOrEqual(fontSize.small);
  }
});
