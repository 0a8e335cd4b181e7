import { z } from 'astro/zod';
import { https, line, slug } from './fields.ts';

/** One line of a week's list: a paper, or a group of papers that the course reads as one entry. */
const entry = z.union([
  z.strictObject({
    /** The paper's slug. */
    paper: slug,
    /** Why it comes now, in at most 30 Chinese characters. */
    why: line.max(30),
  }),
  z.strictObject({
    /** The group's id on the page, e.g. `moe`. */
    group: slug,
    title: line,
    titleEn: line,
    /** Why the group comes now. */
    why: line.max(60),
    papers: z.array(z.strictObject({ paper: slug, why: line.max(30) })).min(2),
  }),
]);

/** A part of a week with a heading and an address of its own (`/weeks/8/#training`). */
const track = z.strictObject({ id: slug, title: line, titleEn: line, lead: line, entries: z.array(entry).min(1) });

/** A paper that somebody suggests and the course has not adopted: shown as such, without a page. */
const candidate = z.strictObject({
  title: line,
  authors: line,
  year: z.int(),
  venue: line,
  url: https,
  /** Why it might be read, one Chinese sentence. */
  why: line,
});

/** The front matter of `content/weeks/week-NN.mdx`; the body is the week's introduction. */
export const weekSchema = z
  .strictObject({
    /** The week of the term; must agree with the file's name. */
    number: z.int().min(1).max(30),
    title: line,
    titleEn: line,
    /** The question that the week answers. */
    question: line,
    /** What a student can do afterwards: three sentences that begin with a verb. */
    outcomes: z.array(line).default([]),
    /** `todo`: the list is not there yet; the page says so and names who owes it. */
    status: z.enum(['ready', 'todo']),
    owner: line.optional(),
    /** The list in reading order: either entries or tracks. */
    entries: z.array(entry).default([]),
    tracks: z.array(track).default([]),
    candidates: z.array(candidate).default([]),
    /** How each paper answers the one before: four to six steps, drawn as the week's story strip. */
    story: z.array(z.strictObject({ paper: slug, asks: line.max(24), answers: line.max(36) })).default([]),
  })
  .refine((week) => week.entries.length === 0 || week.tracks.length === 0, {
    path: ['tracks'],
    error: 'a week has entries or tracks, not both',
  })
  .refine((week) => week.status === 'todo' || week.entries.length + week.tracks.length > 0, {
    path: ['status'],
    error: 'a week that is ready needs entries or tracks',
  })
  .refine((week) => week.status === 'ready' || week.owner !== undefined, {
    path: ['owner'],
    error: 'a week to be filled in names its owner',
  });

export type WeekData = z.infer<typeof weekSchema>;
