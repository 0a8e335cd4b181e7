import { text } from '#language/dictionary.ts';

/** A display formula in its frame; with an id and a number it is an equation that people can link to. */
export function equation(html: string, id?: string, number?: string): string {
  if (id === undefined) return `<div class="equation"><div class="equation-body" tabindex="0">${html}</div></div>`;
  const name = text.numbered.equation(Number(number));
  return `<div class="equation" id="${id}" data-numbered="equation"><div class="equation-body" tabindex="0" role="group" aria-label="${name}">${html}</div><a class="equation-number linkable" href="#${id}" aria-label="${name}">(${number})</a></div>`;
}
