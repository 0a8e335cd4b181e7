/** Papers of every explainer's kind are many alike; these many of each folder stand for it. */
const OF_EACH = 3;

/** A few pages of each kind: all that stand alone (`/`, `/search/`), some of each folder (`/papers/…/`), spread over it. */
export function onePageOfEachKind(pages: readonly string[]): string[] {
  const kinds = Map.groupBy(pages, (page) => page.split('/').slice(0, -2).join('/'));
  return [...kinds].flatMap(([kind, members]) => (kind === '' ? members : spread(members, OF_EACH)));
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}
