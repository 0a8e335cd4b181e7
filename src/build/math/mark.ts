import { escapeHtml } from '../html.ts';

const LAST_PART = '<span class="katex-base">';
const END = '</span></span>';

/** A set inline formula whose last unbreakable part holds on to the punctuation `mark` after it. */
export function withMark(html: string, mark: string | undefined): string {
  if (mark === undefined) return html;
  const [part, end] = [html.lastIndexOf(LAST_PART), html.lastIndexOf(END)];
  if (part < 0) return html + escapeHtml(mark);
  const last = `<span class="kept">${html.slice(part, end)}<span class="formula-mark">${escapeHtml(mark)}</span></span>`;
  return html.slice(0, part) + last + html.slice(end);
}
