import katex from 'katex';
import { createCache } from '../cache.ts';
import { macros } from './macros.ts';

const cache = createCache('math', [katex.version, macros]);

/**
 * A formula as HTML for the eye with MathML for the ear. Throws KaTeX's ParseError for a formula that it cannot set
 * or would set with doubts (strict mode), Chinese outside of \text included.
 */
export function renderMath(tex: string, display: boolean): string {
  return cache.get(`${display ? 'display' : 'inline'}\n${tex}`, () =>
    katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      strict: 'error',
      throwOnError: true,
      // KaTeX writes \gdef into the object it is given: hand it a copy.
      macros: { ...macros },
    }),
  );
}
