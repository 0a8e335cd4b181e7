import { Canvas } from '#draw/Canvas.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { gatheredOverTime, stepTime } from '#mechanisms/pipeline/fsdp-timeline.ts';
import { limitedTo, MANY, manyUnits } from './setting.ts';
import { words } from './words.zh.ts';

const series: Series[] = [
  { limit: Infinity, label: words.unlimited, kind: 'muted' as const },
  { limit: 2, label: words.limited(2), kind: 'accent' as const },
].map(({ limit, label, kind }) => {
  const jobs = limitedTo(limit);
  return {
    label,
    kind,
    points: [...gatheredOverTime(jobs, manyUnits), [stepTime(jobs), 0] as const],
    marker: 'none',
    stepped: true,
  };
});

/** Units whose memory has been handed out, through one step, with the rate limiter and without it. */
export default function Gathered() {
  return (
    <Canvas id="fsdp-gathered" height={300} label="有无限流时，一步之内已分配的整单元数">
      <Lines
        height={300}
        series={series}
        xAxis={{ label: words.clock, domain: [0, 52], ticks: [0, 10, 20, 30, 40, 50] }}
        yAxis={{ label: words.allocated, domain: [0, 16], ticks: [0, 2, 4, 8, 12, 16] }}
        references={[{ axis: 'y', value: MANY }]}
      />
    </Canvas>
  );
}
