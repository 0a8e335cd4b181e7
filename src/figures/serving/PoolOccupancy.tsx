import type { VNode } from 'preact';
import { fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { colourOf, muted, tintOf } from '#draw/palette.ts';
import { linearScale, type Scale } from '#draw/scale.ts';
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
  const slots = run.pool.blocks * run.pool.blockSize;
  const up = linearScale([0, slots], [y + height, y]);
  const stack = (upTo: (memory: Run['iterations'][number]['memory']) => number) =>
    run.iterations
      .map(({ start, end, memory }) => {
        const top = up.at(upTo(memory));
        return rectPath({
          x: times.at(start),
          y: top,
          width: times.at(end) - times.at(start),
          height: y + height - top,
        });
      })
      .join('');
  const [left, right] = times.range;
  const middle = y + height / 2;
  return (
    <g>
      <path data-part="held" d={stack(({ filled, wasted }) => filled + wasted)} fill={tintOf('kv')} />
      <path data-part="stored" d={stack(({ filled }) => filled)} fill={colourOf('kv')} />
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
