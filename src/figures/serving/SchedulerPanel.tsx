import type { VNode } from 'preact';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { textWidth } from '#draw/text.ts';
import { PoolOccupancy, type PoolOccupancyProps } from './PoolOccupancy.tsx';
import { laneStep, RequestLanes, type RequestLanesProps } from './RequestLanes.tsx';

export interface SchedulerPanelProps extends RequestLanesProps {
  /** Which scheduler this is. */
  title: string;
  /** What came of it; set after the title. */
  verdict?: string | undefined;
  /** Adds a strip with the occupancy of the KV pool. */
  pool?: Pick<PoolOccupancyProps, 'run' | 'name' | 'note'> | undefined;
}

const headHeight = 20;
const poolHeight = 14;

/** The height of a panel with so many requests. */
export const panelHeight = (requests: number, pool: boolean): number =>
  headHeight + requests * laneStep + (pool ? poolHeight + 4 : 0);

/** What one scheduler made of a trace: its requests on the clock and, if wanted, its memory. */
export function SchedulerPanel({ title, verdict, pool, y, ...lanes }: SchedulerPanelProps): VNode {
  const below = y + headHeight + lanes.lanes.length * laneStep;
  return (
    <g>
      <Label x={0} y={y + 8} text={title} bold />
      {verdict !== undefined && (
        <Label x={textWidth(title) + 22} y={y + 8} text={verdict} size={fontSize.small} colour={muted} />
      )}
      <RequestLanes {...lanes} y={y + headHeight} />
      {pool && <PoolOccupancy times={lanes.times} y={below + 3} height={poolHeight} {...pool} />}
    </g>
  );
}
