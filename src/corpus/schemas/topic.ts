import { z } from 'astro/zod';
import { line, slug } from './fields.ts';

/** A row of `content/topics.yaml`: the closed list of subjects that papers are filed under. */
export const topicSchema = z.strictObject({
  id: slug,
  zh: line,
  en: line,
  /** Other words that people search this subject by, in either language. */
  aliases: z.array(line).default([]),
  /** What the subject is about, one Chinese sentence. */
  meaning: line,
});

export type TopicData = z.infer<typeof topicSchema>;
