import fs from 'node:fs';
import path from 'node:path';
import type { PaperData } from '#corpus/schemas/paper.ts';
import type { TermData } from '#corpus/schemas/term.ts';
import type { TopicData } from '#corpus/schemas/topic.ts';
import type { WeekData } from '#corpus/schemas/week.ts';
import { listMdx, readMdx, readYaml, type ContentFile, type Yaml } from './read-files.ts';

/** Everything under `content/`, read but not yet believed. */
export interface CorpusIndex {
  root: string;
  papers: ContentFile[];
  weeks: ContentFile[];
  topics: { file: string; yaml: Yaml };
  terms: { file: string; yaml: Yaml };
  /** Ids of the labs in src/labs. */
  labs: Set<string>;
}

/** A table of content; one that is missing reads as one that is empty, and the check says so. */
function yamlFile(root: string, file: string): { file: string; yaml: Yaml } {
  const full = path.join(root, file);
  return { file, yaml: readYaml(fs.existsSync(full) ? fs.readFileSync(full, 'utf8').replace(/^\uFEFF/, '') : '') };
}

/** Reads the content under `root`; labs are folders of src/labs that hold a lab.tsx. */
export function readCorpus(root: string): CorpusIndex {
  const labs = path.join(root, 'src/labs');
  const isLab = (name: string) => fs.existsSync(path.join(labs, name, 'lab.tsx'));
  return {
    root,
    papers: listMdx(root, 'content/papers').map((file) => readMdx(root, file)),
    weeks: listMdx(root, 'content/weeks').map((file) => readMdx(root, file)),
    topics: yamlFile(root, 'content/topics.yaml'),
    terms: yamlFile(root, 'content/glossary.yaml'),
    labs: new Set(fs.existsSync(labs) ? fs.readdirSync(labs).filter(isLab) : []),
  };
}

/** Data as if it kept its schema: every part may be missing, because it has not been checked yet. */
export type Unchecked<T> = T extends (infer E)[]
  ? Unchecked<E>[] | undefined
  : T extends object
    ? { [K in keyof T]?: Unchecked<T[K]> }
    : T | undefined;

export const paperData = (file: ContentFile) => (file.frontMatter?.data ?? {}) as Unchecked<PaperData> & object;
export const weekData = (file: ContentFile) => (file.frontMatter?.data ?? {}) as Unchecked<WeekData> & object;
export const rows = <T extends TopicData | TermData>(yaml: Yaml) =>
  (Array.isArray(yaml.data) ? yaml.data : []) as (Unchecked<T> & object)[];

/** Items of a value that should be an array, and is not trusted to be one. */
export const list = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);
