import { useEffect, useState } from 'preact/hooks';
import type { Index } from '#corpus/search/index.ts';
import { loadIndex } from './load-index.ts';

/** The index of names, as far as it has come; `failed` when it could not be loaded. */
export function useIndex(): { index: Index | undefined; failed: boolean } {
  const [index, setIndex] = useState<Index>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loadIndex(setIndex).then(setIndex, () => setFailed(true));
  }, []);
  return { index, failed };
}
