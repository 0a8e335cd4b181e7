import { problems } from '#corpus/problems.ts';
import type { PageId } from './page-ids.ts';
import type { Say, Surroundings } from './surroundings.ts';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Checks that the ids of a text are well formed, differ, and leave those of the page's frame alone. */
export function checkIds(ids: readonly PageId[], around: Surroundings, say: Say): void {
  const first = new Map<string, number>();
  for (const { id, line } of ids) {
    const here = { position: { start: { line } } };
    const earlier = first.get(id);
    if (!ID.test(id)) say(here, problems.idShape(id));
    else if (around.framed.has(id)) say(here, problems.reservedId(id));
    else if (earlier !== undefined) say(here, problems.duplicateId(id, `line ${earlier} of the text`));
    else first.set(id, line);
  }
}
