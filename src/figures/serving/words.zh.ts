/** Words that figures and labs on serving share. */
import type { Scheduler } from '#mechanisms/serving/race.ts';
import type { RequestLane } from '#mechanisms/serving/request-lanes.ts';

export const schedulerNames: Readonly<Record<Scheduler, string>> = {
  requestLevel: '请求级批处理',
  prefillFirst: 'prefill 优先（vLLM）',
  orca: '混批不切块（Orca）',
  sarathiServe: 'Sarathi-Serve',
};

export const milliseconds = (seconds: number, decimals = 1): string => `${(seconds * 1e3).toFixed(decimals)} ms`;

const letters = 'ABCDEFGH';

/** Requests are called A, B, C … by their id. */
export const letterOf = (id: number): string => letters[id]!;

/** `C 4096`: letter and prompt. */
export const laneName = ({ request }: RequestLane): string => `${letterOf(request.id)} ${request.prompt}`;

export const stallName = (seconds: number): string => `停 ${milliseconds(seconds, 0)}`;

/** The keys of a chart of requests. */
export const laneKeys = [
  { kind: 'prefill', label: 'prefill（数字是这一段的 token 数）' },
  { kind: 'decode', label: 'decode（一格一个 token）' },
  { kind: 'fault', label: '生成停顿' },
] as const;

export const waitingKey = '虚线：已到达，在排队';
