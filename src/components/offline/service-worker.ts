/**
 * The service worker of readers who saved a week. It keeps nothing by itself: pages put complete, verified copies of a
 * week into caches named `offline:week-<n>:<version>` (save-week.ts), and this serves from them when the network does
 * not answer. Pages come from the network first, so that nobody reads an old version online; files whose names carry
 * their contents' hash come from a copy at once. A page served from a copy finds its files in the same copy, because
 * their names are those that the page was built with.
 */
const worker = globalThis as unknown as OfflineWorker;

/** What this file needs of a service worker: TypeScript's library for workers does not go with the one for pages. */
interface OfflineWorker {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: () => void): void;
  addEventListener(type: 'activate', listener: (event: { waitUntil(work: Promise<void>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchRequest) => void): void;
}
interface FetchRequest {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Milliseconds that a page may keep a reader with a saved copy waiting. */
const PATIENCE = 4000;
const HASHED = /\/_astro\/[^/]+$/;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(HASHED.test(request.url) ? copyFirst(request) : networkFirst(request));
});

async function copyFirst(request: Request): Promise<Response> {
  return (await saved(request)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const answer = fetch(request);
  const copy = saved(request);
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => void copy.then((found) => found && resolve(found)), PATIENCE);
  });
  return Promise.race([answer, late]).catch(async (error: unknown) => {
    const found = await copy;
    if (found) return found;
    throw error;
  });
}

/** The copy of an address in any saved week; a query belongs to the page's script and not to the file. */
async function saved(request: Request): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith('offline:'));
  for (const name of names) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}
