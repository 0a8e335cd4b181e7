import { contextOf } from '#corpus/search/marks.ts';
import type { Section } from '#corpus/search/merge.ts';
import { squeeze } from '#corpus/search/normalise.ts';
import type { Plan } from '#corpus/search/rank.ts';
import type { Fragment } from './pagefind.ts';

const MOST = 3;

/** What is looked for in a text: the whole query, then its pieces, the most telling first. All squeezed. */
export function needlesOf({ phrase, pieces }: Plan): string[] {
  const telling = pieces
    .toSorted((a, b) => b.rarity - a.rarity)
    .flatMap(({ unit, readings }) => [...readings.map(({ text }) => text), ...unit.parts]);
  return [...new Set([phrase, ...telling])].filter((needle) => needle.length > 1 || telling.length === 1);
}

/** The sections of a page that answer a query best: those that hold it literally, then those with its most telling pieces. */
export function bestSections(fragment: Fragment, plan: Plan): Section[] {
  const needles = needlesOf(plan);
  const scored = sectionsOf(fragment)
    .map(({ id, title, text }) => {
      const squeezed = squeeze(title + text);
      const literal = plan.phrase.length > 1 && squeezed.includes(plan.phrase);
      const pieces = plan.pieces.filter(({ readings }) => readings.some((reading) => squeezed.includes(reading.text)));
      const score =
        pieces.reduce((sum, piece) => sum + piece.rarity, 0) +
        (literal ? 10 : 0) +
        (squeeze(title).includes(plan.phrase) ? 5 : 0);
      return { id, title, text, literal, score };
    })
    .filter(({ score, id }) => score > 0 && id !== 'relations')
    .sort((a, b) => b.score - a.score);
  const enough = (scored[0]?.score ?? 0) * 0.6;
  return scored
    .filter(({ score }) => score >= enough)
    .slice(0, MOST)
    .map(({ id, title, text, literal }) => ({ id, title, literal, context: contextOf(text, needles) }));
}

/** A page's text in stretches from heading to heading. What stands before the first is the paper's head. */
function sectionsOf({ raw_content, anchors }: Fragment): { id: string; title: string; text: string }[] {
  const words = raw_content.split('\u200B');
  const headings = anchors
    .filter(({ element, text }) => /^h[234]$/.test(element) && text.trim() !== '')
    .toSorted((a, b) => a.location - b.location);
  return headings.map(({ id, text, location }, i) => {
    const body = words
      .slice(location, headings[i + 1]?.location)
      .join('')
      .trim();
    return {
      id,
      title: text.trim(),
      text: body.startsWith(text.trim()) ? body.slice(text.trim().length).replace(/^[.。\s]+/, '') : body,
    };
  });
}
