import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { watch } from './watch.ts';

/** How a page is visited. A fresh visitor on a desktop with JavaScript, unless said otherwise. */
export interface Visit {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** Whether JavaScript runs. */
  script?: boolean;
  touch?: boolean;
  reducedMotion?: boolean;
  /** Whether the page may read what it copied. */
  clipboard?: boolean;
  /** Whether the page may register its service worker. */
  serviceWorker?: boolean;
  /** The page as it prints. */
  print?: boolean;
  /** A console message, failed request or policy violation that this visit expects. */
  allow?: (message: string) => boolean;
}

/** The built site as a browser test sees it. */
export interface Browsing {
  /** The path under which the site stands, with a slash at both ends. */
  base: string;
  /** Every page by its path without the base: `/`, `/papers/orca/`, `/404.html`. */
  pages: readonly string[];
  /** Ids of the labs, by their embed pages. */
  labs: readonly string[];
  /** The full address of a path. */
  url(path: string): string;
  /**
   * Opens `path` for a fresh visitor, does the work and leaves. Throws if anything went wrong in the page on the way:
   * console errors, uncaught exceptions, failed requests, violations of the Content-Security-Policy.
   */
  visit<T>(path: string, options: Visit, work: (page: Page) => Promise<T>): Promise<T>;
  /** Does the work for all items, a few at a time; throws one error with every failure. */
  each<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void>;
}

/** A file of src/tests/browser. */
export interface BrowserTest {
  name: string;
  run(site: Browsing): Promise<void>;
  /** Runs once more on the site built under a sub-path. */
  underSubPath?: boolean;
}

interface Served {
  /** The address of the server, without a slash at the end. */
  origin: string;
  base: string;
  pages: readonly string[];
}

/** Pages open at a time: two cores do not render more. */
const AT_A_TIME = 3;
/** Milliseconds after which a step that waits gives up. */
const PATIENCE = 15_000;

/** A site on a server, seen through `browser`. */
export function createBrowsing(browser: Browser, { origin, base, pages }: Served): Browsing {
  const url = (path: string) => `${origin}${base}${path.replace(/^\//, '')}`;
  return {
    base,
    pages,
    labs: pages.flatMap((page) => /^\/embed\/([^/]+)\/$/.exec(page)?.[1] ?? []),
    url,
    visit: (path, options, work) => visit(browser, url(path), options, work),
    each: (items, work) => each([...items], work),
  };
}

async function visit<T>(
  browser: Browser,
  address: string,
  options: Visit,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(settings(options));
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    if (options.print) await page.emulateMedia({ media: 'print' });
    const troubles = await watch(page, address, options.allow);
    await page.goto(address, { waitUntil: 'load' });
    const result = await work(page);
    const found = await troubles();
    if (found.length > 0) throw new Error(`${new URL(address).pathname}: ${found.join('\n')}`);
    return result;
  } finally {
    await context.close();
  }
}

function settings({
  width = 1280,
  height = 900,
  theme = 'light',
  script = true,
  touch = false,
  reducedMotion = false,
  clipboard = false,
  serviceWorker = false,
}: Visit): BrowserContextOptions {
  return {
    viewport: { width, height },
    colorScheme: theme,
    javaScriptEnabled: script,
    hasTouch: touch,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: 'zh-CN',
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    ...(clipboard && { permissions: ['clipboard-read', 'clipboard-write'] }),
  };
}

async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: string[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [, item] of queue)
      await work(item).catch((error: unknown) => failures.push(error instanceof Error ? error.message : String(error)));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  if (failures.length > 0) throw new Error(failures.join('\n'));
}
