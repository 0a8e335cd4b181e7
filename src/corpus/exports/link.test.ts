import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import type { Link, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { htmlLink, latexLink, markdownLink } from './link.ts';

const url = 'https://example.org/papers/zero/?zero-memory=n%3D64&x=(1)#eq-1';
/** Names as headings, captions and questions have them, with every sign that is syntax somewhere. */
const name = fc
  .array(
    fc.constantFrom(
      '注意',
      '式 (1)',
      ' ',
      'A_B',
      '*',
      '[',
      ']',
      '50%',
      '<b>',
      '\\d',
      '#',
      '{x}',
      '"',
      '`',
      '$',
      '~',
      '^',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `名${parts.join('')}。`);

it('in Markdown reads back as one link with the same text, whatever the text', () => {
  fc.assert(
    fc.property(name, (text) => {
      const tree = unified().use(remarkParse).parse(markdownLink(text, url));
      const [link, ...rest] = (tree.children[0] as Paragraph).children;
      expect(rest).toEqual([]);
      expect(toString(link)).toBe(text);
      expect(decodeURI((link as Link).url)).toBe(decodeURI(url));
    }),
  );
});

it('in HTML reads back as one link with the same text and address', () => {
  fc.assert(
    fc.property(name, (text) => {
      const { document } = parseHTML(`<!doctype html><html><body>${htmlLink(text, url)}</body></html>`);
      const [link, ...rest] = document.body.childNodes as unknown as HTMLAnchorElement[];
      expect(rest).toEqual([]);
      expect(link!.textContent).toBe(text);
      expect(link!.getAttribute('href')).toBe(url);
    }),
  );
});

it('in LaTeX escapes what TeX reads as a command, in text and address', () => {
  expect(latexLink('50% of $x_1$ \\ ~', 'https://example.org/a?b=%3D#c')).toBe(
    '\\href{https://example.org/a?b=\\%3D\\#c}{50\\% of \\$x\\_1\\$ \\textbackslash{} \\textasciitilde{}}',
  );
});
