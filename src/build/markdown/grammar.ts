import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';

/**
 * What counts as Markdown here; the check before the build and the build itself read with the same eyes.
 * cjk-friendly makes **bold** work beside Chinese punctuation; single tildes stay, as in 10~20.
 */
export const grammar: PluggableList = [[remarkGfm, { singleTilde: false }], remarkMath, remarkCjkFriendly];
