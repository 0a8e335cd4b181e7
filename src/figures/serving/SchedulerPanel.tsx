import type { VNode } from 'preact';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import type { Scale } from '#draw/scale.ts';
import { textWidth } from '#draw/text.ts';
import { requestLanes, type RequestLane } from '#mechanisms/serving/request-lanes.ts';
import type { Run } from '#mechanisms/serving/run.ts';
import { PoolOccupancy } from './PoolOccupancy.tsx';
import { laneStep, RequestLanes, type RequestLanesProps } from './RequestLanes.tsx';

export interface SchedulerPanelProps extends Pick<RequestLanesProps, 'times' | 'y' | 'name' | 'note' | 'stall'> {
  run: Run;
  /** Seconds between tokens that are no stall yet. */
  target: number;
  /** Which scheduler this is. */
  title: string;
  /** What came of it; set after the title. */
  verdict?: string | undefined;
  /** Adds a strip with the occupancy of the KV pool. */
  pool?: { name: string; note?: string | undefined } | undefined;
}

const headHeight = 20;
const poolHeight = 14;

/** The height of a panel with so many requests. */
export const panelHeight = (requests: number, pool: boolean): number =>
  headHeight + requests * laneStep + (pool ? poolHeight + 4 : 0);

/** What one scheduler made of a trace: its requests on the clock and, if wanted, its memory. */
export function SchedulerPanel(props: SchedulerPanelProps): VNode {
  const { run, target, title, verdict, pool, times, y, name, note, stall } = props;
  const lanes: readonly RequestLane[] = requestLanes(run, target);
  const below = y + headHeight + lanes.length * laneStep;
  return (
    <g>
      <Label x={0} y={y + 8} text={title} bold />
      {verdict !== undefined && (
        <Label x={textWidth(title) + 22} y={y + 8} text={verdict} size={fontSize.small} colour={muted} />
      )}
      <RequestLanes lanes={lanes} times={times} y={y + headHeight} name={name} note={note} stall={stall} />
      {pool && <PoolOccupancy run={run} times={times} y={below + 3} height={poolHeight} {...pool} />}
    </g>
  );
}
