import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createStaticServer, type ServedSite } from '#build/hosting/static-server.ts';

export interface RunningSite {
  origin: string;
  base: string;
  pages: readonly string[];
  close(): void;
}

/** Serves a built site on a free port of this machine. Throws if it has not been built. */
export async function serveSite(site: ServedSite): Promise<RunningSite> {
  if (!fs.existsSync(path.join(site.folder, 'index.html')))
    throw new Error(`There is no built site in ${site.folder}/. Run npm run build first.`);
  const server = createStaticServer(site);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    base: site.base,
    pages: pagesIn(site.folder),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pagesIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return files
    .map(
      (name) =>
        `/${name
          .split(path.sep)
          .join('/')
          .replace(/(^|\/)index\.html$/, '$1')}`,
    )
    .sort();
}
