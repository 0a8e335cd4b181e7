import type { WeekPackage } from '#build/offline/week-package.ts';

/** What this device has of a week. */
export type Saved = 'nothing' | 'old' | 'current';

const prefix = (week: number) => `offline:week-${week}:`;
/** A copy under way: the service worker does not look at it. */
const UNDERWAY = 'saving:';

/** The week's package as the site has it now. `base` is the site's root, absolute. */
export async function readPackage(base: string, week: number): Promise<WeekPackage> {
  const answer = await fetch(new URL(`offline/week-${week}.json`, base), { cache: 'no-store' });
  if (!answer.ok) throw new Error(`offline/week-${week}.json: ${answer.status}`);
  return (await answer.json()) as WeekPackage;
}

/** Whether a copy of the week is on this device, and whether it is of this version. */
export async function savedState({ week, version }: WeekPackage): Promise<Saved> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix(week)));
  if (names.length === 0) return 'nothing';
  return names.includes(prefix(week) + version) ? 'current' : 'old';
}

/**
 * Saves a week: fetches every file, compares it with the package's digest, and only when all are there puts the copy in
 * place of an older one. Throws, leaving the older copy, if a file is missing or belongs to another version of the site.
 */
export async function saveWeek(base: string, pack: WeekPackage, progress: (share: number) => void): Promise<void> {
  const draft = UNDERWAY + prefix(pack.week);
  try {
    const cache = await caches.open(draft);
    for (const [i, [file, digest]] of Object.entries(pack.files).entries()) {
      await keep(cache, new URL(file, base), digest);
      progress((i + 1) / Object.keys(pack.files).length);
    }
    await putInPlace(pack, cache);
  } finally {
    await caches.delete(draft);
  }
}

async function keep(cache: Cache, address: URL, digest: string): Promise<void> {
  const answer = await fetch(address, { cache: 'no-cache' });
  const contents = await answer.clone().arrayBuffer();
  if (!answer.ok || (await sha256(contents)) !== digest) throw new Error(`${address.href} is of another version`);
  await cache.put(address, answer);
}

async function putInPlace({ week, version }: WeekPackage, draft: Cache): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix(week)));
  const place = await caches.open(prefix(week) + version);
  for (const request of await draft.keys()) await place.put(request, (await draft.match(request))!);
  for (const name of older) if (name !== prefix(week) + version) await caches.delete(name);
}

/** Takes every copy of the week off this device. */
export async function forgetWeek(week: number): Promise<void> {
  for (const name of await caches.keys()) if (name.includes(prefix(week))) await caches.delete(name);
}

async function sha256(contents: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', contents));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
