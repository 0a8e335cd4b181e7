import { expect, it } from 'vitest';
import { runCommand, runGates, type Gate } from './test.run-gates.ts';
import { summary } from './test.summary.ts';

/** Runs gates without commands: those in `failing` fail, each takes as many turns of the event loop as its command says. */
async function simulate(gates: Gate[], failing: string[] = []) {
  const now = new Set<string>();
  const together: string[][] = [];
  const printed: string[] = [];
  const results = await runGates(gates, {
    print: (text) => printed.push(text),
    run: async ({ name, command }) => {
      now.add(name);
      together.push([...now]);
      for (let turn = 0; turn < Number(command); turn++) await new Promise(setImmediate);
      now.delete(name);
      return { passed: !failing.includes(name), output: `output of ${name}` };
    },
  });
  return {
    outcomes: Object.fromEntries(results.map((result) => [result.name, result.outcome])),
    together,
    printed,
    results,
  };
}

it('runs two gates at a time', async () => {
  const { together } = await simulate(['a', 'b', 'c', 'd'].map((name) => ({ name, command: '3' })));
  expect(Math.max(...together.map((names) => names.length))).toBe(2);
});

it('runs the other gates when one fails, and skips those that need it', async () => {
  const { outcomes } = await simulate(
    [
      { name: 'build', command: '1' },
      { name: 'lint', command: '1' },
      { name: 'site', command: '1', needs: ['build'] },
      { name: 'browser', command: '1', needs: ['site'] },
    ],
    ['build'],
  );
  expect(outcomes).toEqual({ build: 'failed', lint: 'passed', site: 'skipped', browser: 'skipped' });
});

it('never runs two gates with one lock at once, and lets others overtake them', async () => {
  const { together } = await simulate([
    { name: 'first', command: '5', lock: 'astro' },
    { name: 'second', command: '1', lock: 'astro' },
    { name: 'free', command: '1' },
  ]);
  expect(together.some((names) => names.includes('first') && names.includes('second'))).toBe(false);
  expect(together).toContainEqual(['first', 'free']);
});

it('refuses a gate that needs one behind it, which would wait for ever', async () => {
  await expect(
    simulate([
      { name: 'a', command: '1', needs: ['b'] },
      { name: 'b', command: '1' },
    ]),
  ).rejects.toThrow('“a” needs “b”');
});

it('prints the output of a gate that failed, and of no other', async () => {
  const { printed } = await simulate(
    [
      { name: 'good', command: '1' },
      { name: 'bad', command: '1' },
    ],
    ['bad'],
  );
  expect(printed.join('\n')).toContain('output of bad');
  expect(printed.join('\n')).not.toContain('output of good');
});

it('stops a command that hangs, says so and keeps what it had printed', async () => {
  const hanging = `node -e "console.log('so far'); setInterval(() => {}, 1000)"`;
  const { passed, output } = await runCommand({ name: 'hangs', command: hanging }, 1500);
  expect(passed).toBe(false);
  expect(output).toMatch(/so far\n+Has not ended after 1.5 s/);
});

it('ends with one table and a verdict', async () => {
  expect(
    summary([
      { name: 'build', outcome: 'failed', seconds: 12.34 },
      { name: 'lint', outcome: 'passed', seconds: 0.1 },
      { name: 'site', outcome: 'skipped', seconds: 0, reason: 'needs build' },
    ]),
  ).toBe(`
  ✗ build    12.3 s  failed
  ✓ lint      0.1 s
  – site   skipped: needs build

2 of 3 gates did not pass.`);
});
