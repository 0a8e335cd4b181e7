/** A part of src and the parts that it may import, besides itself. The table of the design: imports point one way. */
interface Layer {
  /** The beginning of its files' paths under src. */
  part: string;
  mayImport: readonly string[];
  /** Where code belongs that breaks the rule. */
  advice: string;
}

/** The first that fits a path counts. */
export const LAYERS: readonly Layer[] = [
  {
    part: 'mechanisms/',
    mayImport: [],
    advice: 'A mechanism computes and knows nothing of the site: pass what it needs as an argument.',
  },
  {
    part: 'draw/',
    mayImport: [],
    advice:
      'An instrument draws the numbers that it is given: compute them in src/mechanisms and bring the two together in a lab or figure.',
  },
  {
    part: 'labs/frame/',
    mayImport: ['draw/', 'mechanisms/', 'language/'],
    advice:
      'The frame serves every lab: what belongs to one lab stands in its own folder, what belongs to the page in src/components.',
  },
  {
    part: 'labs/',
    mayImport: ['labs/frame/', 'figures/', 'draw/', 'mechanisms/', 'language/'],
    advice:
      'Labs never import each other: a shared computation belongs in src/mechanisms, a shared picture in src/figures or src/draw, a shared control in src/labs/frame.',
  },
  {
    part: 'figures/',
    mayImport: ['draw/', 'mechanisms/', 'language/'],
    advice:
      'A figure is made of mechanisms and instruments; a lab may use figures, not the other way round: move what they share into src/figures.',
  },
  {
    part: 'corpus/',
    mayImport: ['site.ts'],
    advice:
      'The corpus says what the content means, not how it looks: words belong in src/language or content/, markup in src/components.',
  },
  { part: 'language/', mayImport: [], advice: 'The dictionary holds words alone.' },
  {
    part: 'components/',
    mayImport: ['corpus/', 'figures/', 'labs/', 'draw/', 'mechanisms/', 'build/', 'language/', 'styles/', 'site.ts'],
    advice: 'A component does not import a page: move what they share into src/components.',
  },
  {
    part: 'pages/',
    mayImport: ['components/', 'corpus/', 'labs/frame/', 'build/', 'language/', 'styles/', 'site.ts'],
    advice: 'A page is a thin route: what it draws belongs in src/components.',
  },
  {
    part: 'content.config.ts',
    mayImport: ['corpus/schemas/'],
    advice: 'Collections are defined by the schemas of src/corpus alone.',
  },
  {
    part: 'build/',
    mayImport: ['corpus/', 'language/', 'components/prose/', 'site.ts'],
    advice: 'The build turns content into pages; what a page shows belongs in src/components.',
  },
  {
    part: 'commands/',
    mayImport: ['build/', 'corpus/', 'components/search/', 'mechanisms/numeric/', 'tests/', 'language/', 'site.ts'],
    advice: 'A command is a thin entrance: its work belongs in src/build or src/corpus.',
  },
  { part: 'tests/', mayImport: [''], advice: '' },
  { part: 'styles/', mayImport: ['draw/'], advice: 'A stylesheet imports stylesheets.' },
  { part: 'site.ts', mayImport: [], advice: 'The site’s setting depends on nothing.' },
];

/** The layer of a path under src. A file that belongs to none stands in the wrong place. */
export const layerOf = (path: string) => LAYERS.find(({ part }) => path.startsWith(part));

/** A lab's own folder, `labs/flash-tiles/`: inside it everything may import everything. */
const ownFolder = (path: string) => /^labs\/[^/]+\//.exec(path)?.[0];

/** Why a file may not import another (both paths under src); undefined if it may. */
export function forbidden(from: string, to: string): string | undefined {
  const layer = layerOf(from);
  if (!layer) return 'This folder is not in the design’s layout: see src/tests/layers.ts for where code belongs.';
  const own = ownFolder(from) ?? layer.part;
  return to.startsWith(own) || layer.mayImport.some((part) => to.startsWith(part)) ? undefined : layer.advice;
}
