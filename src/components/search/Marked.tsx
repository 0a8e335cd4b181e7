import { markMatches } from '#corpus/search/marks.ts';

/** A text with what was searched for marked in it. */
export function Marked({ text, needles }: { text: string; needles: readonly string[] }) {
  return (
    <>{markMatches(text, needles).map((part, i) => (part.marked ? <mark key={i}>{part.text}</mark> : part.text))}</>
  );
}
