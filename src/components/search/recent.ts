const KEY = 'recent-searches';
const MOST = 8;

/** What was searched for on this device, newest first. Nothing where storage is forbidden. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers a search whose result was opened. */
export function rememberSearch(query: string): void {
  const words = query.trim();
  if (words === '') return;
  store([words, ...recentSearches().filter((one) => one !== words)].slice(0, MOST));
}

export const forgetSearches = (): void => store([]);

function store(list: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Then they are not remembered.
  }
}
