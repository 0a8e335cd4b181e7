import { unified } from '@astrojs/markdown-remark';
import { text } from '#language/dictionary.ts';
import { remarkDiscussionLinks } from './discussion-links.ts';
import { remarkFormerIds } from './former-ids.ts';
import { remarkFormulas } from './formulas.ts';
import { grammar } from './grammar.ts';
import { remarkHeadingIds } from './heading-ids.ts';
import { remarkJoinChineseLines } from './join-chinese-lines.ts';
import { remarkListings } from './listings.ts';
import { remarkKeepPunctuation } from './keep-punctuation.ts';
import { remarkNumberThings } from './number-things.ts';
import { remarkQuizChoices } from './quiz-choices.ts';
import { rehypeLinks } from './rehype-links.ts';

/**
 * Markdown's elements that components/prose/index.ts gives components of its own; runs of all others are set as finished
 * HTML, which takes a seventh off the time of a build.
 */
export const REPLACED_ELEMENTS = ['h2', 'h3', 'h4', 'table'];

/** How Markdown becomes HTML, for Astro's configuration. GFM is ours (grammar.ts), quotes are left alone. */
export function markdown(base: string) {
  return unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      ...grammar,
      remarkJoinChineseLines,
      remarkNumberThings,
      remarkFormerIds,
      remarkHeadingIds,
      remarkQuizChoices,
      remarkDiscussionLinks,
      remarkKeepPunctuation,
      remarkFormulas,
      remarkListings,
    ] as never,
    rehypePlugins: [[rehypeLinks, { base }]] as never,
    remarkRehype: {
      footnoteLabel: text.footnotes.label,
      footnoteBackLabel: (reference: number, again: number) => text.footnotes.back(reference + 1, again),
    },
  });
}
