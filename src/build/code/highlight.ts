import { createHash } from 'node:crypto';
import { transformerMetaHighlight } from '@shikijs/transformers';
import { createCssVariablesTheme, createHighlighter, type Highlighter, type ShikiTransformer } from 'shiki';
import { createCache } from '../cache.ts';
import { escapeHtml } from '../html.ts';
import { LANGUAGES } from './languages.ts';

/** One theme of named colours; styles/code.css gives each name its value in light and dark. */
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--code-', fontStyle: true });

/** Colours as classes: no inline styles, and a listing weighs a third. */
const namedColours: ShikiTransformer = {
  name: 'named-colours',
  span(node) {
    const name = /--code-([a-z-]+)/.exec(String(node.properties['style'] ?? ''))?.[1];
    delete node.properties['style'];
    if (name && name !== 'foreground') node.properties['class'] = `c-${name.replace('token-', '')}`;
  },
  pre(node) {
    delete node.properties['style'];
    node.properties['tabindex'] = '0';
  },
};

let highlighter: Promise<Highlighter> | undefined;
const cache = createCache('code', ['shiki-4.6.0', 2]);

export interface Listing {
  code: string;
  language: string;
  /** What stands after the language on the fence: `title="flash.ts" {2-4}`. */
  meta?: string;
}

/** A listing's highlighted `<pre>`, with the lines named in its meta marked. */
export async function highlight({ code, language, meta = '' }: Listing): Promise<string> {
  const lang = (LANGUAGES as readonly string[]).includes(language) ? language : 'text';
  return cache.getLater(JSON.stringify([lang, meta, code]), async () => {
    // The grammars take a moment to load: a build whose listings are all kept does without.
    highlighter ??= createHighlighter({ themes: [theme], langs: [...LANGUAGES] });
    return (await highlighter).codeToHtml(code, {
      lang,
      theme: 'tokens',
      meta: { __raw: meta },
      transformers: [transformerMetaHighlight(), namedColours],
    });
  });
}

/** A listing in its frame: file title, copy button (shown by script), highlighted code. */
export async function listing({ code, language, meta = '' }: Listing, labels: { copy: string }): Promise<string> {
  const title = /title="([^"]+)"/.exec(meta)?.[1];
  const id = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const head = title ? `<span class="listing-title">${escapeHtml(title)}</span>` : '';
  return `<div class="listing" data-listing="${id}"><div class="listing-head">${head}<button class="listing-copy" type="button" hidden>${labels.copy}</button></div>${await highlight({ code, language, meta })}</div>`;
}
