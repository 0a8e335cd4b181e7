/** How a link of a given text is written in each format; its name, and the language its listing is highlighted in. */
export const linkFormats = {
  markdown: { name: 'Markdown', write: markdownLink },
  latex: { name: 'LaTeX', write: latexLink },
  html: { name: 'HTML', write: htmlLink },
} as const;

/** Text as it stands in Markdown: whatever could be syntax is escaped. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** Text, or an attribute in double quotes, as it stands in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as it stands in LaTeX outside of math. */
export const escapeLatex = (text: string): string => text.replace(/[\\{}$&#%_~^]/g, (c) => LATEX[c] ?? `\\${c}`);

/** `[text](url)`; brackets in the address would end it and are percent-encoded. */
export function markdownLink(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replace(/[()<>]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

/** `\href{url}{text}`, for hyperref, which reads an address as it stands, except for these three. */
export function latexLink(text: string, url: string): string {
  return `\\href{${url.replace(/[%#\\]/g, '\\$&')}}{${escapeLatex(text)}}`;
}

/** `<a href="url">text</a>`. */
export function htmlLink(text: string, url: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}
