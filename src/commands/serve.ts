/**
 * `npm run serve`: serves the built site. `--port 4321` asks for a port (the next free one is taken when it is in use),
 * `--folder dist` for another folder, `--host 0.0.0.0` lets other machines in.
 */
import fs from 'node:fs';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { createStaticServer } from '#build/hosting/static-server.ts';
import { site } from '#site.ts';
import { listen } from './serve.listen.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '4321' },
    folder: { type: 'string', default: 'dist' },
    host: { type: 'string', default: 'localhost' },
  },
});

const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535)
  stop(`“${values.port}” is not a port: give a number from 0 to 65535.`);
if (!fs.existsSync(`${values.folder}/index.html`))
  stop(`There is no built site in ${values.folder}/. Run npm run build first.`);

const server = createStaticServer({ folder: values.folder, base: site.base });
const port = await listen(server, wanted, values.host);
if (port !== wanted && wanted !== 0) console.log(`Port ${wanted} is in use.`);
console.log(`\nThe site is served at http://${values.host}:${port}${site.base}\nStop with Ctrl+C.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => close(server));

function close(running: Server): void {
  running.close();
  running.closeAllConnections();
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
