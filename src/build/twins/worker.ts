/** Writes the twins of the pages that it is given, those of unchanged pages from the last build. */
import fs from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { createCache } from '../cache.ts';
import { macros } from '../math/macros.ts';
import { markdownTwin } from './markdown-twin.ts';

export interface TwinTask {
  /** The built page's file. */
  page: string;
  /** The file to write. */
  twin: string;
  /** The page's own address, absolute. */
  address: string;
}

export interface TwinShare {
  tasks: TwinTask[];
  /** The thread's number: each has a cache of its own to write to. */
  share: number;
}

/** A twin depends on its page, on the macros, and on how pages are converted. */
const CONVERSION = ['handlers.ts', 'markdown-twin.ts', 'without-drawings.ts', '../math/expand-macros.ts'];
const sources = CONVERSION.map((name) => fs.readFileSync(path.resolve(import.meta.dirname, name), 'utf8'));
const { tasks, share } = workerData as TwinShare;
const cache = createCache(`twins-${share}`, [sources, macros]);

for (const { page, twin, address } of tasks) {
  const html = fs.readFileSync(page, 'utf8');
  fs.writeFileSync(
    twin,
    cache.get(`${address}\n${html}`, () => markdownTwin(html, address)),
  );
}
