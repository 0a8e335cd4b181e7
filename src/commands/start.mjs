/**
 * `npm start`: installs what is missing, builds the site, serves it. Options after `--` go to the server
 * (`npm start -- --port 5000`). Plain JavaScript, because it runs before anything is installed, on Node 20 too.
 */
import { ensureInstalled, run } from './install.mjs';

ensureInstalled();
console.log('Building the site …');
run('astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
run('node', ['src/commands/serve.ts', ...process.argv.slice(2)]);
