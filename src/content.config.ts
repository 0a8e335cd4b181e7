import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { paperSchema } from '#corpus/schemas/paper.ts';
import { termSchema } from '#corpus/schemas/term.ts';
import { topicSchema } from '#corpus/schemas/topic.ts';
import { weekSchema } from '#corpus/schemas/week.ts';

/** A file's name without folder and ending: a paper keeps its address when it moves to another week. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/^.*\//, '').replace(/\.mdx$/, '');

/** A table's rows, with their place in the file: Astro sorts entries by id. */
const table = (path: string) =>
  file(path, {
    parser: (source) => (parse(source) as Record<string, unknown>[]).map((row, order) => ({ ...row, order })),
  });
const order = z.int();

export const collections = {
  papers: defineCollection({
    loader: glob({ pattern: 'week-*/*.mdx', base: './content/papers', generateId }),
    schema: paperSchema,
  }),
  weeks: defineCollection({
    loader: glob({ pattern: 'week-*.mdx', base: './content/weeks', generateId }),
    schema: weekSchema,
  }),
  topics: defineCollection({ loader: table('content/topics.yaml'), schema: topicSchema.extend({ order }) }),
  terms: defineCollection({ loader: table('content/glossary.yaml'), schema: termSchema.extend({ order }) }),
};
