/**
 * `npm test`: installs what is missing, then runs every gate and prints one summary (test.gates.ts).
 * Plain JavaScript, because it runs before anything is installed, on Node 20 too.
 */
import { ensureInstalled, run } from './install.mjs';

ensureInstalled();
run('node', ['src/commands/test.gates.ts', ...process.argv.slice(2)], { ASTRO_TELEMETRY_DISABLED: '1' });
