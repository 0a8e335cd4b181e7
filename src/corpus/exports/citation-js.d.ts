declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    format(type: 'bibtex' | 'ris'): string;
    data: Record<string, unknown>[];
  }
  export const plugins: { config: { get(name: '@bibtex'): { format: { useIdAsLabel: boolean } } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/name' {
  export function parse(name: string): Record<string, string>;
}
