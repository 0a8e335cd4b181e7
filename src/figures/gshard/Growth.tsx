import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { torusAllToAllTime } from '#mechanisms/moe/all-to-all.ts';
import { gigaMultiplyAdds } from './setting.ts';

/** Sides of the tori on which the AllToAll is counted; D is their product. */
const tori = [
  [8, 16],
  [16, 16],
  [16, 32],
  [32, 32],
  [32, 64],
] as const;
const first = tori[0][0] * tori[0][1];

const ratio = (of: (rows: number, columns: number) => number): Point[] =>
  tori.map(([rows, columns]): Point => [rows * columns, of(rows, columns) / of(...tori[0])]);
const work = ratio((rows, columns) => gigaMultiplyAdds(rows * columns).total);
const exchange = ratio((rows, columns) => torusAllToAllTime(rows, columns, 1, 1));

/** §5.2: execution times at 2,048 experts over those at 128. */
const measured = { allToAll: 3.75, layer: 1.7 };

/** From 128 to 2,048 devices: arithmetic per device stands still, the AllToAll does not. */
export default function Growth() {
  return (
    <Canvas id="growth" height={320} label="设备从 128 增到 2048，每卡的计算与 AllToAll 时间各变成几倍">
      <Lines
        height={320}
        series={[
          { label: 'AllToAll，数跳数', kind: 'communication', points: exchange },
          {
            label: 'AllToAll，实测',
            kind: 'communication',
            dashed: true,
            points: [
              [first, 1],
              [2048, measured.allToAll],
            ],
          },
          {
            label: '整层，实测',
            kind: 'ink',
            dashed: true,
            points: [
              [first, 1],
              [2048, measured.layer],
            ],
          },
          { label: '每卡计算，数乘法', kind: 'compute', points: work },
        ]}
        xAxis={{ scale: 'log2', label: '设备数 D（= 专家数）', ticks: [128, 256, 512, 1024, 2048] }}
        yAxis={{ label: '相对 128 张的倍数', domain: [0, 5], ticks: [0, 1, 2, 3, 4, 5] }}
      />
    </Canvas>
  );
}
