/**
 * One training step of FSDP on the three clocks of a rank (Zhao et al., PVLDB 2023, Sec. 3.3 and 3.4): the CPU thread
 * issues operations in program order; the compute stream and the communication stream each run theirs in the order of
 * issue, side by side. All collectives share one stream: the order in which they are issued decides what overlaps.
 *
 * Left out: launching kernels costs `issueTime` an operation and nothing else; memory is taken in whole units, and a
 * caching allocator that runs full, the very reason for the rate limiter, would show only as the peak. A unit that was
 * gathered is not gathered again before it is freed: the last one of the forward pass stays for the backward pass.
 */
import { timeInOrder } from './in-order.ts';
import type { Timed } from './in-order.ts';
import type { Interval } from './schedule.ts';

/** A unit's size ψ in elements, and how long its operations take. */
export interface FsdpUnit {
  readonly psi: number;
  readonly gather: number;
  readonly forward: number;
  readonly backward: number;
  readonly reduce: number;
}

export interface IssuePolicy {
  /** Issue the next all-gather of the backward pass before the current gradient computation (Sec. 3.3). */
  readonly prefetch: boolean;
  /** The most units gathered or being gathered; the CPU waits before it issues one more (Sec. 3.4). */
  readonly limit: number;
  /** Time that the CPU takes to issue one operation. */
  readonly issueTime: number;
}

export type FsdpKind = 'all-gather' | 'forward' | 'backward' | 'reduce-scatter';

/** An operation as the program states it. */
export interface Operation {
  readonly kind: FsdpKind;
  readonly unit: number;
  readonly pass: 'forward' | 'backward';
}

export interface FsdpTask extends Timed, Operation {
  readonly lane: 'cpu' | 'compute' | 'communication';
}

export type FsdpJob = FsdpTask & Interval;

// #region fsdp-issue-order
/** The order in which the CPU thread issues the operations of a step over N units. */
export function issueOrder(N: number, prefetch: boolean): Operation[] {
  const forward = Array.from({ length: N }, (_, unit): Operation[] => [
    { kind: 'all-gather', unit, pass: 'forward' },
    { kind: 'forward', unit, pass: 'forward' },
  ]);
  const backward = Array.from({ length: N }, (_, i): Operation[] => {
    const unit = N - 1 - i; // the forward order reversed: a guess that eager execution allows
    const next: Operation[] = unit > 0 ? [{ kind: 'all-gather', unit: unit - 1, pass: 'backward' }] : [];
    const compute: Operation = { kind: 'backward', unit, pass: 'backward' };
    const reduce: Operation = { kind: 'reduce-scatter', unit, pass: 'backward' };
    return prefetch ? [...next, compute, reduce] : [compute, reduce, ...next];
  });
  return [...forward, ...backward].flat();
}
// #endregion fsdp-issue-order

const idOf = ({ kind, unit, pass }: Operation): string => `${kind} ${unit} ${pass}`;
const issueIdOf = (operation: Operation): string => `issue ${idOf(operation)}`;
const laneOf = ({ kind }: Operation) =>
  kind === 'forward' || kind === 'backward' ? ('compute' as const) : ('communication' as const);

/** The operation after which a gathered unit is freed: its own computation, except for the last forward unit. */
const freedBy = ({ unit, pass }: Operation, N: number): Operation =>
  pass === 'forward' && unit < N - 1 ? { kind: 'forward', unit, pass } : { kind: 'backward', unit, pass: 'backward' };

// #region fsdp-dependencies
/** What must be over before an operation runs on the GPU, besides its place in its stream. */
function needs({ kind, unit, pass }: Operation, N: number): Operation[] {
  if (kind === 'all-gather') return []; // the shards are always there
  if (kind === 'reduce-scatter') return [{ kind: 'backward', unit, pass }]; // the gradient
  const gathered = unit === N - 1 ? 'forward' : pass; // the last unit is still whole
  return [{ kind: 'all-gather', unit, pass: gathered }];
}

/** What must be over before the CPU issues an operation: with `limit` units taken, the oldest must have been freed. */
function waitsFor(operation: Operation, order: readonly Operation[], limit: number, N: number): Operation[] {
  if (operation.kind !== 'all-gather') return [];
  const gathers = order.filter(({ kind }) => kind === 'all-gather');
  const oldest = gathers[gathers.indexOf(operation) - limit];
  return oldest ? [freedBy(oldest, N)] : [];
}
// #endregion fsdp-dependencies

// #region fsdp-timeline
/** The step's operations and their issuing, each with its start and end. Throws an Error where the limit is too low. */
export function fsdpTimeline(units: readonly FsdpUnit[], { prefetch, limit, issueTime }: IssuePolicy): FsdpJob[] {
  const N = units.length;
  const order = issueOrder(N, prefetch);
  const cpu = order.map((operation): FsdpTask => {
    const after = waitsFor(operation, order, limit, N).map(idOf);
    return { ...operation, id: issueIdOf(operation), lane: 'cpu', duration: issueTime, after };
  });
  const gpu = order.map((operation): FsdpTask => {
    const after = [issueIdOf(operation), ...needs(operation, N).map(idOf)];
    const duration = durationOf(operation, units[operation.unit]!);
    return { ...operation, id: idOf(operation), lane: laneOf(operation), duration, after };
  });
  const stream = (name: FsdpTask['lane']) => gpu.filter(({ lane }) => lane === name);
  return timeInOrder([cpu, stream('compute'), stream('communication')]);
}
// #endregion fsdp-timeline

function durationOf({ kind }: Operation, unit: FsdpUnit): number {
  const times = { 'all-gather': unit.gather, 'reduce-scatter': unit.reduce };
  return kind === 'forward' || kind === 'backward' ? unit[kind] : times[kind];
}

/** When the step is over. */
export const stepTime = (jobs: readonly FsdpJob[]): number => jobs.reduce((last, { end }) => Math.max(last, end), 0);

/** Time in which the rank communicates but does not compute: what no overlap hides. */
export function exposedCommunication(jobs: readonly FsdpJob[]): number {
  const computing = jobs.filter(({ lane }) => lane === 'compute').reduce((sum, { duration }) => sum + duration, 0);
  return stepTime(jobs) - computing;
}

// #region gathered-over-time
/**
 * Elements of gathered units that a rank holds, as (time, elements) after each moment of change. The memory of a unit is taken when
 * its all-gather is issued, not when it runs, and given back when the computation that frees it is over.
 */
export function gatheredOverTime(jobs: readonly FsdpJob[], units: readonly FsdpUnit[]): [time: number, held: number][] {
  const endOf = new Map(jobs.map(({ id, end }) => [id, end]));
  const changes = jobs
    .filter(({ lane, kind }) => lane === 'cpu' && kind === 'all-gather')
    .flatMap((issue): [number, number][] => {
      const { psi } = units[issue.unit]!;
      return [
        [issue.start, psi],
        [endOf.get(idOf(freedBy(issue, units.length)))!, -psi],
      ];
    });
  let held = 0;
  const steps = changes.sort(([a], [b]) => a - b).map(([time, change]): [number, number] => [time, (held += change)]);
  return steps.filter(([time], i) => time !== steps[i + 1]?.[0]); // what is freed and taken at one moment is one change
}
// #endregion gathered-over-time

/** The most elements of gathered units at once. */
export const peakGathered = (jobs: readonly FsdpJob[], units: readonly FsdpUnit[]): number =>
  Math.max(...gatheredOverTime(jobs, units).map(([, held]) => held));
