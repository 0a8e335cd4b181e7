import { z } from 'astro/zod';
import { line, slug } from './fields.ts';

/** A row of `content/glossary.yaml`: a term with the one translation and definition that the whole site uses. */
export const termSchema = z.strictObject({
  id: slug,
  /** The Chinese term. Where the field says it in English, the English again. */
  zh: line,
  en: line,
  /** Other translations, abbreviations and spellings that readers may know or type. */
  aliases: z.array(line).default([]),
  /** One or two plain Chinese sentences that stand alone in a tooltip. */
  definition: line,
  /** Papers of the list to read about it, best first. */
  papers: z.array(slug).default([]),
});

export type TermData = z.infer<typeof termSchema>;
