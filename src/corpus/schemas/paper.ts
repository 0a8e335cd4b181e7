import { z } from 'astro/zod';
import { arxivId, day, doi, https, line, slug } from './fields.ts';

/** How one paper of the list stands to another, in one sentence that a reader sees. */
const relation = z.strictObject({
  /** The other paper's slug. */
  paper: slug,
  /** What it takes from it, or where they disagree: one Chinese sentence with a full stop. */
  how: line,
});

/**
 * The front matter of `content/papers/week-NN/<slug>.mdx`. The file's name is the paper's slug, and the slug its
 * address for ever. Every date, name and number comes from the verified facts, never from memory.
 */
export const paperSchema = z.strictObject({
  /** The official title, in English, with its own capitals. */
  title: line,
  /** The title in Chinese. */
  titleZh: line,
  /** What people call it: `FlashAttention`. Citations inside the site print this. At most 24 characters. */
  short: line.max(24),
  /** Given name first, in the paper's order, with diacritics. */
  authors: z.array(line).min(1),
  organisations: z.array(line).min(1),
  /** Where it was published: the peer-reviewed venue if there is one. */
  venue: z.strictObject({
    /** In full: `18th USENIX Symposium on Operating Systems Design and Implementation`. */
    name: line,
    /** As one says it, with the year: `OSDI 2024`, `arXiv 2023`. A search facet. */
    short: line,
    /** What kind of publication; decides the citation's type. */
    kind: z.enum(['conference', 'journal', 'preprint', 'report']),
    pages: line.optional(),
    volume: line.optional(),
    number: line.optional(),
  }),
  /** The year of that publication. */
  year: z.int().min(2010).max(2030),
  /** The day the first public version appeared, if known. */
  firstPosted: day.optional(),
  /** `Best Paper`, as the venue words it. */
  award: line.optional(),
  arxiv: arxivId.optional(),
  doi: doi.optional(),
  links: z.strictObject({
    /** The page of the paper: arXiv, the proceedings, or the DOI. */
    paper: https,
    pdf: https.optional(),
    code: https.optional(),
    slides: https.optional(),
  }),
  /** Where the course's list is wrong about this paper: what it prints, what is right, how we know (all Chinese). */
  corrections: z.array(z.strictObject({ listed: line, right: line, source: line })).default([]),
  /** What it contributed, in one Chinese sentence of at most 60 characters. */
  contribution: line.max(60),
  /** One Chinese line each (at most 45 characters); topic pages set papers side by side by these. */
  compare: z.strictObject({
    problem: line.max(45),
    idea: line.max(45),
    cost: line.max(45),
    /** The headline result; a number carries its place in the paper, as in `（表 2）`. */
    result: line.max(60),
  }),
  /** Ids from content/topics.yaml, most fitting first. */
  topics: z.array(slug).min(1).max(4),
  /** Words that people search by and that stand visibly on the page: Chinese and English, abbreviations, variants. */
  keywords: z.array(line).min(4),
  /** Papers of the list to read before this one. */
  prerequisites: z.array(slug).default([]),
  /** Papers of the list whose ideas this one uses. The graph of these has no cycles. */
  buildsOn: z.array(relation).default([]),
  /** Papers of the list that answer the same question differently. Written once; shown on both pages. */
  rivals: z.array(relation).default([]),
  /** 1: after a first course in machine learning; 2: wants one of the prerequisites; 3: wants time. */
  difficulty: z.literal([1, 2, 3]),
  /** Minutes for a skim, a reading, and a study in depth with pen and lab. */
  minutes: z.strictObject({ skim: z.int().min(1), read: z.int().min(5), deep: z.int().min(20) }),
  /** `brief`: problem and idea only, and the page says so. `full`: the whole explainer. */
  explainer: z.enum(['brief', 'full']),
  /** Questions for the reader of this week's list, shown under the paper: answerable from the paper. */
  readingQuestions: z.array(line).min(1).max(4),
  /** Ids of the page that were renamed, old: present. Links to the old ones still arrive. */
  formerIds: z.record(slug, slug).default({}),
  /** Slugs that the page had before; their addresses lead here. */
  formerSlugs: z.array(slug).default([]),
  /** The page's own history, newest first. */
  changelog: z.array(z.strictObject({ date: day, note: line })).min(1),
});

export type PaperData = z.infer<typeof paperSchema>;
