import { createLexicon, type Lexicon } from './lexicon.ts';
import type { PaperRecord, Vocabulary } from './model.ts';
import { createSimplifier } from './normalise.ts';
import { createPreparer, type Prepared } from './prepare.ts';

/** Everything that search holds in memory, ready for queries. */
export interface Index {
  vocabulary: Vocabulary;
  papers: Prepared[];
  lexicon: Lexicon;
  simplify: (text: string) => string;
}

/** Builds the index of the records that have come so far. */
export function createIndex(vocabulary: Vocabulary, records: readonly PaperRecord[]): Index {
  return {
    vocabulary,
    papers: records.map(createPreparer(vocabulary)),
    lexicon: createLexicon(records, vocabulary),
    simplify: createSimplifier(vocabulary.conversion),
  };
}
