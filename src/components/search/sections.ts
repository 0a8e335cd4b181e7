import { contextOf } from '#corpus/search/marks.ts';
import type { Section } from '#corpus/search/merge.ts';
import { squeeze } from '#corpus/search/normalise.ts';
import { coverage, type Plan } from '#corpus/search/rank.ts';
import type { Fragment } from './pagefind.ts';

const MOST = 3;

/** What is looked for in a text: the whole query, then its pieces, the most telling first. All squeezed. */
export function needlesOf({ phrase, pieces }: Plan): string[] {
  const telling = pieces
    .toSorted((a, b) => b.rarity - a.rarity)
    .flatMap(({ unit, readings }) => [...readings.map(({ text }) => text), ...unit.parts]);
  return [...new Set([phrase, ...telling])].filter((needle) => needle.length > 1 || telling.length === 1);
}

/** What a page's text says to a query. */
export interface PageReading {
  /** 0 to 1: how much of the query one stretch of the text holds, at best. */
  coverage: number;
  /** The sections that hold it literally, then those that hold most of it. */
  sections: Section[];
}

/** Reads a page for a query. */
export function readFragment(fragment: Fragment, plan: Plan): PageReading {
  const needles = needlesOf(plan);
  const scored = stretchesOf(fragment).map(({ id, title, text }) => {
    const squeezed = squeeze(title + text);
    const literal = plan.phrase.length > 1 && squeezed.includes(plan.phrase);
    const held = coverage(plan, squeezed);
    return {
      id,
      title,
      text,
      literal,
      held,
      score: held + (literal ? 2 : 0) + (squeeze(title).includes(plan.phrase) ? 1 : 0),
    };
  });
  const sections = scored
    .filter(({ id, held }) => id !== '' && id !== RELATIONS && held > 0)
    .sort((a, b) => b.score - a.score);
  const enough = (sections[0]?.score ?? 0) * 0.6;
  return {
    coverage: Math.max(0, ...scored.filter(({ id }) => id !== RELATIONS).map(({ held }) => held)),
    sections: sections
      .filter(({ score }) => score >= enough)
      .slice(0, MOST)
      .map(({ id, title, text, literal }) => ({ id, title, literal, context: contextOf(text, needles) })),
  };
}

/** The section about other papers: it holds their words, not this one's. */
const RELATIONS = 'relations';

/** A page's text in stretches from heading to heading. What stands before the first is the paper's head, without id. */
function stretchesOf({ raw_content, anchors }: Fragment): { id: string; title: string; text: string }[] {
  const words = raw_content.split('\u200B');
  const headings = anchors
    .filter(({ element, text }) => /^h[234]$/.test(element) && text.trim() !== '')
    .toSorted((a, b) => a.location - b.location);
  const head = { id: '', title: '', text: words.slice(0, headings[0]?.location).join('') };
  return [
    head,
    ...headings.map(({ id, text, location }, i) => ({
      id,
      title: text.trim(),
      text: withoutTitle(
        words
          .slice(location, headings[i + 1]?.location)
          .join('')
          .trim(),
        text.trim(),
      ),
    })),
  ];
}

const withoutTitle = (text: string, title: string): string =>
  text.startsWith(title) ? text.slice(title.length).replace(/^[.。\s]+/, '') : text;
