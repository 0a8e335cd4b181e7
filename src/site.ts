/**
 * Where the site lives: the one setting for another host or a sub-path, `SITE_URL=https://host/sub/path npm run build`.
 */
const address = new URL(process.env['SITE_URL'] ?? 'https://llm-reading-list.example.org/');

export const site = {
  /** `https://host`, without a path. */
  origin: address.origin,
  /** The path under which every page stands, with a slash at both ends. */
  base: address.pathname.endsWith('/') ? address.pathname : `${address.pathname}/`,
  /** Where sources are shown and errors reported. */
  repository: process.env['SITE_REPOSITORY'] ?? 'https://github.com/llm-reading-list/llm-reading-list',
  language: 'zh-CN',
  /** Whether pages have pictures for where they are shared: `SITE_CARDS=none` leaves them out. */
  cards: process.env['SITE_CARDS'] !== 'none',
} as const;
