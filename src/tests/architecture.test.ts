import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chineseInAstro, chineseLiterals } from './chinese-literals.ts';
import { importsOf, sourceFiles } from './imports.ts';
import { forbidden, layerOf } from './layers.ts';

const files = sourceFiles();
const read = (file: string) => fs.readFileSync(file, 'utf8');
const inside = (file: string) => file.replace(/^src\//, '');
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\/fixtures\.ts$/.test(file);

describe('the layout', () => {
  it('has a place for every file', () => {
    expect(files.filter((file) => !layerOf(inside(file)))).toEqual([]);
  });

  it('has no drawer for odds and ends: a file is named after its subject', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|lib|common|shared|misc)(\/|\.)/.test(inside(file)))).toEqual(
      [],
    );
  });

  it('keeps tests out of pages/, where Astro would make routes of them', () => {
    expect(files.filter((file) => file.startsWith('src/pages/') && isTest(file))).toEqual([]);
  });
});

describe('imports', () => {
  const imports = files.flatMap((file) => importsOf(file, read(file)));

  it('are found in every way that they are written', () => {
    const source =
      "import a from './a.ts';\nimport type { B } from '#draw/b.ts';\nexport * from '../c.ts';\nimport './d.css';\nawait import('./e.ts');\nimport.meta.glob<X>('../*/f.tsx');\n";
    expect(importsOf('src/labs/x/lab.tsx', source).map(({ line, to }) => [line, to])).toEqual([
      [1, 'src/labs/x/a.ts'],
      [2, 'src/draw/b.ts'],
      [3, 'src/labs/c.ts'],
      [4, 'src/labs/x/d.css'],
      [5, 'src/labs/x/e.ts'],
      [6, 'src/labs/*/f.tsx'],
    ]);
  });

  it('point one way', () => {
    const wrong = imports
      .filter(({ to }) => to.startsWith('src/'))
      // The frame finds labs by their place, and the pages' script wakes them: by glob, never by name.
      .filter(({ from, to }) => !(from.startsWith('src/labs/frame/') && to === 'src/labs/*/lab.tsx'))
      .flatMap(({ from, line, to }) => {
        const advice = forbidden(inside(from), inside(to));
        return advice === undefined ? [] : [`${from}:${line} imports ${to}. ${advice}`];
      });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['mechanisms/attention/flash.ts', 'draw/Grid.tsx', 'knows nothing of the site'],
    ['draw/Grid.tsx', 'mechanisms/attention/flash.ts', 'compute them in src/mechanisms'],
    ['draw/Grid.tsx', 'corpus/load.ts', 'draws the numbers that it is given'],
    ['labs/a/lab.tsx', 'labs/b/model.ts', 'Labs never import each other'],
    ['corpus/load.ts', 'components/page/Shell.astro', 'not how it looks'],
    ['components/page/Shell.astro', 'pages/index.astro', 'does not import a page'],
    ['helpers/x.ts', 'site.ts', 'not in the design’s layout'],
  ])('from %s to %s are refused with advice', (from, to, advice) => {
    expect(forbidden(from, to)).toContain(advice);
  });

  it('of mechanisms are mechanisms alone, not even packages', () => {
    const outside = imports.filter(
      ({ from, to }) => from.startsWith('src/mechanisms/') && !isTest(from) && !to.startsWith('src/mechanisms/'),
    );
    expect(outside.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('of the collections stand in corpus/load.ts alone; pages may render what it gives them', () => {
    const doors = new Set(['src/corpus/load.ts', 'src/content.config.ts']);
    const others = imports.filter(({ from, to }) => to === 'astro:content' && !doors.has(from)).map(({ from }) => from);
    const allowed = others.filter(
      (file) => file.startsWith('src/pages/') && /import \{ render \} from 'astro:content'/.test(read(file)),
    );
    expect(
      others
        .filter((file) => !allowed.includes(file))
        .map((file) => `${file} queries the collections: ask src/corpus/load.ts`),
    ).toEqual([]);
  });
});

describe('mechanisms', () => {
  it('have no clock, no dice and no page: the same arguments give the same numbers', () => {
    const impure = /\b(Math\.random|Date\.now|new Date|performance\.now|document\.|window\.|process\.|fetch\()/;
    const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(files.filter((file) => file.startsWith('src/mechanisms/') && impure.test(code(file)))).toEqual([]);
  });
});

/** Code about the Chinese language itself, or with examples in it: what people type, and how a heading is written. */
const KNOWS_CHINESE = new Set([
  'src/corpus/problems.ts',
  'src/corpus/search/stop-words.ts',
  'src/corpus/search/prepare.ts',
]);

describe('Chinese', () => {
  it.each([
    ["const a = '汉字';", 1],
    ['const a = `x ${1} 字`;', 1],
    ['const a = <p>字</p>;', 1],
    ['const a = <p title="字" />;', 1],
    ['// 汉字\n/** 汉字 */ const a = 1;', 0],
  ])('is found in %s: %i times', (source, count) => {
    expect(chineseLiterals('a.tsx', source)).toHaveLength(count);
  });

  it('is found in an Astro component’s code and markup, not in its comments', () => {
    const source = "---\n// 注\nconst a = '字';\n---\n<!-- 注 -->\n<p>{/* 注 */}</p>\n<p>字</p>\n";
    expect(chineseInAstro('a.astro', source).map(({ line }) => line)).toEqual([3, 7]);
  });

  it('sentences stand in src/language, in content/ or in a lab’s text.zh.ts, so that another language adds files only', () => {
    const silent = /^src\/(components|pages|draw|mechanisms|corpus)\//;
    const exempt = (file: string) => isTest(file) || file.endsWith('.zh.ts') || KNOWS_CHINESE.has(file);
    const found = files
      .filter((file) => silent.test(file) && /\.(ts|tsx|astro)$/.test(file) && !exempt(file))
      .flatMap((file) =>
        (file.endsWith('.astro') ? chineseInAstro : chineseLiterals)(file, read(file)).map(
          ({ line, text }) => `${file}:${line} says “${text.slice(0, 30)}”: move it to src/language/zh.ts`,
        ),
      );
    expect(found).toEqual([]);
  });
});
