import { squeezeWithPlaces } from './normalise.ts';

export interface Stretch {
  text: string;
  marked: boolean;
}

/** Parts a text where one of the needles (squeezed) stands in it, spaces, signs and case aside. Longer needles go first. */
export function markMatches(text: string, needles: readonly string[]): Stretch[] {
  const { text: squeezed, from } = squeezeWithPlaces(text);
  const marked = new Uint8Array(text.length);
  for (const needle of needles) {
    if (needle === '') continue;
    for (let at = squeezed.indexOf(needle); at >= 0; at = squeezed.indexOf(needle, at + needle.length)) {
      if (/^[a-z0-9]{1,2}$/.test(needle) && !standsAlone(squeezed, at, needle.length, from)) continue;
      marked.fill(1, from[at]!, from[at + needle.length - 1]! + 1);
    }
  }
  return stretches(text, marked);
}

/** Whether letters before and after a match are parted from it in the original: `PP` is not in `approximate`. */
function standsAlone(squeezed: string, at: number, length: number, from: readonly number[]): boolean {
  const joined = (i: number) =>
    i > 0 &&
    i < squeezed.length &&
    from[i]! - from[i - 1]! === 1 &&
    /[a-z0-9]/.test(squeezed[i]!) &&
    /[a-z0-9]/.test(squeezed[i - 1]!);
  return !joined(at) && !joined(at + length);
}

function stretches(text: string, marked: Uint8Array): Stretch[] {
  const parts: Stretch[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1);
    if (last && last.marked === (marked[i] === 1)) last.text += text[i];
    else parts.push({ text: text[i]!, marked: marked[i] === 1 });
  }
  return parts;
}

/** About `length` characters of a text around the first match of a needle that it holds; the earlier needle wins. */
export function contextOf(text: string, needles: readonly string[], length = 90): string {
  const { text: squeezed, from } = squeezeWithPlaces(text);
  const place = needles.map((needle) => (needle ? squeezed.indexOf(needle) : -1)).find((at) => at >= 0) ?? 0;
  const middle = from[place] ?? 0;
  const start = sentenceStart(text, Math.max(0, middle - length / 3));
  const end = Math.min(text.length, start + length + Math.max(0, middle - start - length / 3));
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** The next beginning of a clause at or after `at`, if one is near; else a place between words. */
function sentenceStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const near = text.slice(Math.max(0, at - 15), at + 15);
  const stop = Math.max(near.lastIndexOf('。'), near.lastIndexOf('，'), near.lastIndexOf('；'), near.lastIndexOf('：'));
  if (stop >= 0) return Math.max(0, at - 15) + stop + 1;
  const space = text.lastIndexOf(' ', at);
  return at - space < 20 && space >= 0 ? space + 1 : Math.floor(at);
}
