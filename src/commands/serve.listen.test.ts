import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listen } from './serve.listen.ts';

const servers: Server[] = [];
const server = () => servers[servers.push(createServer()) - 1]!;
afterEach(() => servers.splice(0).forEach((running) => running.close()));

it('takes the wanted port, and the next free one when it is in use', async () => {
  const first = await listen(server(), 0, '127.0.0.1');
  expect(await listen(server(), first, '127.0.0.1')).toBeGreaterThan(first);
});

it('throws what else is wrong', async () => {
  await expect(listen(server(), 0, '192.0.2.1')).rejects.toThrow('EADDRNOTAVAIL');
});
