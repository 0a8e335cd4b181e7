/**
 * Runs a tool of node_modules with the project's own Node: `node src/commands/run.mjs astro build`.
 * npm scripts get that Node by themselves; this says so plainly when it is missing.
 */
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const [tool, ...args] = process.argv.slice(2);
const { status } = spawnSync(tool, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exit(status ?? 1);
