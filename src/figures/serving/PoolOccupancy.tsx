import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { colourOf, muted, tintOf } from '#draw/palette.ts';
import { linearScale, type Scale } from '#draw/scale.ts';
import type { Occupancy } from '#mechanisms/serving/block-pool.ts';
import type { Run } from '#mechanisms/serving/run.ts';
import { rectPath } from './RequestLanes.tsx';

export interface PoolOccupancyProps {
  run: Run;
  /** The clock, shared with the lanes above; seconds. */
  times: Scale;
  y: number;
  height: number;
  /** Set to the left and to the right of the strip. */
  name: string;
  note?: string | undefined;
}

/** How full the KV pool is over time: stored tokens in full colour, held but empty slots as a wash, the pool as a frame. */
export function PoolOccupancy({ run, times, y, height, name, note }: PoolOccupancyProps): VNode {
  const areas = useMemo(() => <Areas run={run} times={times} y={y} height={height} />, [run, times, y, height]);
  const [left, right] = times.range;
  const middle = y + height / 2;
  return (
    <g>
      {areas}
      <rect
        x={round(left)}
        y={round(y)}
        width={round(right - left)}
        height={round(height)}
        fill="none"
        stroke={muted}
        stroke-width={0.75}
      />
      <Label x={left - 8} y={middle} text={name} size={fontSize.small} anchor="end" colour={muted} />
      {note !== undefined && <Label x={right + 8} y={middle} text={note} size={fontSize.small} colour={muted} />}
    </g>
  );
}

function Areas({ run, times, y, height }: Pick<PoolOccupancyProps, 'run' | 'times' | 'y' | 'height'>): VNode {
  const up = linearScale([0, run.pool.blocks * run.pool.blockSize], [y + height, y]);
  const upTo = (slots: (memory: Occupancy) => number) =>
    run.iterations
      .map(({ start, end, memory }) => {
        const [left, top] = [times.at(start), up.at(slots(memory))];
        return rectPath({ x: left, y: top, width: times.at(end) - left, height: y + height - top });
      })
      .join('');
  return (
    <g>
      <path data-part="held" d={upTo(({ filled, wasted }) => filled + wasted)} fill={tintOf('kv')} />
      <path data-part="stored" d={upTo(({ filled }) => filled)} fill={colourOf('kv')} />
    </g>
  );
}
