import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { itemKind } from '#draw/palette.ts';
import { gammas, halfLives } from './setting.ts';

const reach = 384;
/** Every second head, so that the lines can be told apart. */
const shown = [0, 2, 4, 7];

/** What a token still counts after some distance, for heads from the fastest to the slowest. */
export default function HeadDecays() {
  return (
    <Canvas id="retnet-decays" height={310} label="四个 head 的衰减：一个 token 的权重随距离怎样下降">
      <Lines
        height={310}
        series={shown.map((i, rank) => ({
          label: `head ${i + 1}，半衰 ${Math.round(halfLives[i]!)}`,
          kind: itemKind(rank),
          marker: 'none',
          dashed: rank % 2 === 1,
          points: Array.from({ length: reach / 8 + 1 }, (_, t) => [8 * t, gammas[i]! ** (8 * t)] as const),
        }))}
        xAxis={{ label: '隔了多少个 token', domain: [0, reach], ticks: [0, 64, 128, 192, 256, 320, 384] }}
        yAxis={{ label: '还剩下的比例', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] }}
        references={[{ axis: 'y', value: 0.5 }]}
      />
    </Canvas>
  );
}
