import { unified } from '@astrojs/markdown-remark';
import { text } from '#language/dictionary.ts';
import { grammar } from './grammar.ts';
import { remarkHeadingIds } from './heading-ids.ts';
import { remarkJoinChineseLines } from './join-chinese-lines.ts';
import { remarkNumberThings } from './number-things.ts';
import { rehypeCode } from './rehype-code.ts';
import { rehypeLinks } from './rehype-links.ts';
import { rehypeMath } from './rehype-math.ts';

/** How Markdown becomes HTML, for Astro's configuration. GFM is ours (grammar.ts), quotes are left alone. */
export function markdown(base: string) {
  return unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [...grammar, remarkJoinChineseLines, remarkNumberThings, remarkHeadingIds] as never,
    rehypePlugins: [rehypeMath, rehypeCode, [rehypeLinks, { base }]] as never,
    remarkRehype: {
      footnoteLabel: text.footnotes.label,
      footnoteBackLabel: (reference: number, again: number) => text.footnotes.back(reference + 1, again),
    },
  });
}
