/** The gates of `npm test`. Names after `--` run only those and what they need: `npm test -- lint types`. */
import { installChromium } from './test.chromium.ts';
import { runGates, type Gate } from './test.run-gates.ts';
import { summary } from './test.summary.ts';

const SUB_PATH = { SITE_URL: 'https://example.org/course/llm/', SITE_OUTPUT: '.cache/sub-path' };

/** In the order in which they start where they can. Gates that share a `lock` use the same files and take turns. */
const GATES: readonly Gate[] = [
  { name: 'build', command: 'astro build', lock: 'astro' },
  { name: 'format', command: 'prettier --check . --log-level warn' },
  { name: 'lint', command: 'oxlint --deny-warnings' },
  { name: 'unit tests', command: 'vitest run --config src/tests/vitest.config.ts --reporter=dot' },
  { name: 'sub-path build', command: 'astro build', env: SUB_PATH, lock: 'astro' },
  {
    name: 'reproducible',
    command: 'node src/commands/test.reproducible.ts',
    needs: ['build', 'sub-path build'],
    lock: 'astro',
  },
  { name: 'built site', command: 'node src/build/checks/main.ts dist', needs: ['build'] },
  {
    name: 'sub-path site',
    command: 'node src/build/checks/main.ts .cache/sub-path',
    env: SUB_PATH,
    needs: ['sub-path build'],
  },
  { name: 'types', command: 'astro check --minimumSeverity hint --minimumFailingSeverity warning', lock: 'astro' },
  { name: 'browser tests', command: 'node src/tests/browser/harness/main.ts', needs: ['build', 'sub-path build'] },
];

const gates = select(process.argv.slice(2));
if (gates.some((gate) => gate.name === 'browser tests')) installChromium();
const results = await runGates(gates);
console.log(summary(results));
// Not exitCode: a gate that was stopped may have left something that keeps this process alive.
process.exit(results.every((result) => result.outcome === 'passed') ? 0 : 1);

function select(names: string[]): Gate[] {
  if (names.length === 0) return [...GATES];
  const unknown = names.filter((name) => !GATES.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(
      `No gate ${unknown.map((name) => `“${name}”`).join(', ')}. Gates: ${GATES.map((gate) => gate.name).join(', ')}.`,
    );
    process.exit(1);
  }
  const wanted = new Set<string>();
  const add = (name: string) => {
    wanted.add(name);
    GATES.find((gate) => gate.name === name)?.needs?.forEach(add);
  };
  names.forEach(add);
  return GATES.filter((gate) => wanted.has(gate.name));
}
