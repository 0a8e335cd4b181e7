const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#x27;': "'" };

/** The text of a formula's visible half, entities resolved. */
export function drawn(html: string): string {
  const visible = html.slice(html.indexOf('class="katex-html"'));
  return visible.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => NAMED[entity]!);
}
