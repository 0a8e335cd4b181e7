import { pageCheck } from './check.ts';

/** All ids of a page, in its order. */
const ids = (document: Document) =>
  [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id')!);

const sets = new WeakMap<Document, ReadonlySet<string>>();

/** The ids of a page; kept, because many links lead to one page. */
export function idSet(document: Document): ReadonlySet<string> {
  const set = sets.get(document) ?? new Set(ids(document));
  sets.set(document, set);
  return set;
}

/** An id stands once on its page, or links and labels lead to the wrong place. */
export const uniqueIds = pageCheck('Ids are unique on their page', ({ document }) => {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids(document)) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated].map((id) => `the id “${id}” stands more than once`);
});

const REFERRING = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];

/** Labels and descriptions point to elements that are there. */
export const labelReferences = pageCheck('Labels refer to ids that exist', ({ document }) => {
  const known = idSet(document);
  return REFERRING.flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)]
      .flatMap((element) => element.getAttribute(attribute)!.split(/\s+/))
      .filter((id) => id !== '' && !known.has(id))
      .map((id) => `${attribute} names the id “${id}”, which does not exist`),
  );
});
