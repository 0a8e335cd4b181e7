import { useEffect } from 'preact/hooks';
import { readAddress, writeAddress, type SearchState } from './address.ts';

/** Keeps a state in the address of the page, and follows the address when the reader goes back or forward. */
export function useAddress(kept: boolean, state: SearchState, onChange: (state: SearchState) => void): void {
  const search = writeAddress(state);
  useEffect(() => {
    if (kept && location.search !== search) history.replaceState(history.state, '', location.pathname + search);
  }, [search]);
  useEffect(() => {
    if (!kept) return;
    const follow = () => onChange(readAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
}
