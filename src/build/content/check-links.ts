import fs from 'node:fs';
import path from 'node:path';
import type { Link } from 'mdast';
import { problems } from '#corpus/problems.ts';
import type { InternalLink, Say, Surroundings } from './surroundings.ts';

const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/u;

/** Checks that a link is safe and has words. One that stays on the site goes to `internal`, until all pages are known. */
export function checkLink(node: Link, internal: InternalLink[], say: Say): void {
  const { url } = node;
  if (node.children.length === 0 && !url.startsWith('#')) say(node, problems.emptyLink(url));
  if (/^https:/i.test(url)) {
    if (CHINESE.test(decoded(url))) say(node, problems.swallowedUrl(decoded(url)));
  } else if (/^http:/i.test(url)) say(node, problems.insecureAddress(url));
  else if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    if (!url.startsWith('mailto:')) say(node, problems.unsafeAddress(url));
  } else internal.push({ url, line: node.position?.start.line ?? 1 });
}

/** Checks that an image is there, is ours, and has words for readers who do not see it. */
export function checkImage(
  node: Parameters<Say>[0],
  url: string,
  alt: string | null | undefined,
  around: Surroundings,
  say: Say,
): void {
  if (!alt?.trim()) say(node, problems.imageAlt(url));
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return say(node, problems.remoteImage(url));
  const folder = url.startsWith('/') ? 'public' : path.dirname(around.file);
  if (!fs.existsSync(path.join(around.root, folder, decoded(url)))) say(node, problems.missingImage(url));
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
