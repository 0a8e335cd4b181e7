import { pageCheck, startTag } from './check.ts';

/** Types of <script> that hold data, which no policy forbids. */
const DATA = /^(application\/(ld\+)?json|importmap|speculationrules)$/;

/** The Content-Security-Policy forbids code in pages; a page that has some would silently lose it. */
export const inlineCode = pageCheck('No inline scripts, style elements or on… attributes', ({ document }) => {
  const scripts = [...document.querySelectorAll('script:not([src])')].filter(
    (script) => !DATA.test(script.getAttribute('type') ?? ''),
  );
  const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value))
      .map(({ name }) => `${startTag(element)} has code in its attribute ${name}`),
  );
  return [
    ...scripts.map(() => 'has an inline <script>: put the code in a file'),
    ...[...document.querySelectorAll('style')].map(() => 'has a <style> element: put the rules in a stylesheet'),
    ...handlers,
  ];
});
