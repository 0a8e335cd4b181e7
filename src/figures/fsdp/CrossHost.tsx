import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import { crossHostAsPrinted, crossHostOnRing } from '#mechanisms/parallelism/hybrid-sharding.ts';
import { factors, G, W } from './setting.ts';
import { words } from './words.zh.ts';

const curve = (traffic: typeof crossHostOnRing): Point[] => factors.map((F): Point => [F, traffic(1, W, F, G)]);
const series: Series[] = [
  { label: words.printed, kind: 'communication', points: curve(crossHostAsPrinted) },
  { label: words.onRing, kind: 'ink', points: curve(crossHostOnRing) },
];

/** What leaves the host per rank and step against F: lowest where a sharding group fills a host. */
export default function CrossHost() {
  return (
    <Canvas id="fsdp-cross-host" height={330} label="跨机通信随分片因子的变化，在 F 等于每机卡数时最低">
      <Lines
        height={330}
        series={series}
        xAxis={{ scale: 'log2', label: words.factor, ticks: factors }}
        yAxis={{ label: words.crossHost, domain: [0, 3.2], ticks: [0, 1, 2, 3] }}
        references={[{ axis: 'x', value: G, label: `$F = G$ = ${G}` }]}
      />
    </Canvas>
  );
}
