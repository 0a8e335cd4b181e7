import { readFileSync } from 'node:fs';

export type Theme = 'light' | 'dark';

const css = readFileSync(new URL('../../styles/palette.css', import.meta.url), 'utf8');

/** The declarations of every block whose selector is exactly `selector`. */
function declarations(selector: string): Map<string, string> {
  const found = new Map<string, string>();
  const uncommented = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, name, body] of uncommented.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (name!.trim() !== selector) continue;
    for (const [, property, value] of body!.matchAll(/--([\w-]+):\s*([^;]+);/g)) found.set(property!, value!.trim());
  }
  return found;
}

/** The custom properties of palette.css as a theme resolves them: light-dark() and references followed to #rrggbb. */
export function paletteOf(theme: Theme): Map<string, string> {
  const raw = declarations(':root');
  const resolve = (value: string): string => {
    const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
    if (pair) return resolve(pair[theme === 'light' ? 1 : 2]!);
    const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    if (reference === undefined) return value;
    const target = raw.get(reference);
    if (target === undefined) throw new Error(`palette.css refers to --${reference}, which it does not define`);
    return resolve(target);
  };
  return new Map([...raw].map(([name, value]) => [name, resolve(value)]));
}
