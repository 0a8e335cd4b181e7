import type { GateResult } from './test.run-gates.ts';

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** One table of all gates, and one line that says how it went. */
export function summary(results: readonly GateResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, outcome, seconds, reason }) => {
    const time =
      outcome === 'skipped'
        ? `skipped: ${reason}`
        : `${seconds.toFixed(1).padStart(6)} s${outcome === 'failed' ? '  failed' : ''}`;
    return `  ${MARKS[outcome]} ${name.padEnd(width)}  ${time}`;
  });
  const passed = results.filter(({ outcome }) => outcome === 'passed').length;
  const verdict =
    passed === results.length
      ? `All ${passed} gates passed.`
      : `${results.length - passed} of ${results.length} gates did not pass.`;
  return ['', ...lines, '', verdict].join('\n');
}
