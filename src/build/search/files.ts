import { createHash } from 'node:crypto';
import type { Corpus } from '#corpus/model.ts';
import type { Manifest } from '#corpus/search/model.ts';
import { recordChunks } from '#corpus/search/records.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface IndexFile {
  /** Without folder and ending. */
  name: string;
  data: unknown;
}

/** The files of the index: one with a fixed name, which names the others; theirs hold a hash, so that caches may keep them. */
export function indexFiles(corpus: Corpus): IndexFile[] {
  const vocabulary = hashed('words', vocabularyOf(corpus));
  const definitions = hashed('definitions', definitionsOf(corpus));
  const papers = recordChunks(corpus).map((chunk, i) => hashed(`papers-${i + 1}`, chunk));
  const manifest: Manifest = {
    vocabulary: vocabulary.name,
    definitions: definitions.name,
    papers: papers.map(({ name }) => name),
  };
  return [{ name: 'manifest', data: manifest }, vocabulary, definitions, ...papers];
}

const hashed = (name: string, data: unknown): IndexFile => ({
  name: `${name}.${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 10)}`,
  data,
});

const definitionsOf = ({ terms, topics }: Corpus): Record<string, string> => ({
  ...Object.fromEntries(topics.map((topic) => [`topic:${topic.id}`, topic.meaning])),
  ...Object.fromEntries(terms.map((term) => [`term:${term.id}`, term.definition])),
});
