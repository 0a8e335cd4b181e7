import { describe, expect, it } from 'vitest';
import { colourOf, groups, heatOf, itemKind, rampOf, textOf, textOn, textShare, tintOf } from './palette.ts';
import { contrast, distance, labOf, mixInOklab } from './testing/perception.ts';
import { paletteOf } from './testing/stylesheet.ts';

const meanings = Object.values(groups).flat();
const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
const nameIn = (css: string) => css.replace(/^var\(--|\)$/g, '');

it('the measure of contrast knows black on white and the grey that just passes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it('the mixture of a colour with itself is that colour, and of black and white the grey half way in lightness', () => {
  expect(mixInOklab('#30588b', '#30588b', 0.3)).toBe('#30588b');
  expect(mixInOklab('#ffffff', '#000000', 0.5)).toBe('#636363');
});

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = paletteOf(theme);
  const value = (name: string) => palette.get(name) ?? expect.fail(`palette.css lacks --${name}`);
  const surface = value('figure-surface');

  it('defines every colour as #rrggbb', () => {
    for (const [name, hex] of palette) expect(hex, name).toMatch(/^#[0-9a-f]{6}$/);
  });

  it.each(['figure-ink', 'figure-muted', 'figure-accent'])(
    'sets --%s text at 4.5 on paper and on shaded regions',
    (name) => {
      expect(contrast(value(name), surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value(name), value('figure-shade'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(meanings)('shows a mark of kind %s at 3 against paper', (kind) => {
    expect(contrast(value(kind), surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(meanings)('sets text on kind %s at 4.5', (kind) => {
    const ground = kind === 'idle' ? surface : value(kind);
    expect(contrast(value(nameIn(textOn(kind))), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(meanings)('sets the name of kind %s on bare paper at 4.5', (kind) => {
    const mixed = textOf(kind).startsWith('color-mix');
    const text = mixed ? mixInOklab(value(kind), value('figure-ink'), textShare) : value(nameIn(textOf(kind)));
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(meanings)('sets ink on the tint of kind %s at 4.5', (kind) => {
    const share = Number(/(\d+)%/.exec(tintOf(kind))![1]) / 100;
    expect(contrast(value('figure-ink'), mixInOklab(value(kind), surface, share))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['sequential', 'diverging'] as const)('sets text on every step of the %s ramp at 4.5', (ramp) => {
    for (const { fill, text } of rampOf(ramp))
      expect(contrast(value(nameIn(text)), value(nameIn(fill))), fill).toBeGreaterThanOrEqual(4.5);
  });

  it('grows away from paper along the sequential ramp, by at least 5 units of lightness a step', () => {
    const lightness = rampOf('sequential').map(({ fill }) => labOf(value(nameIn(fill)))[0]);
    const direction = theme === 'light' ? -1 : 1;
    for (let i = 1; i < lightness.length; i++)
      expect((lightness[i]! - lightness[i - 1]!) * direction, `step ${i}`).toBeGreaterThan(5);
  });

  it('grows away from paper to both ends of the diverging ramp, whose signs differ for a colour-blind eye', () => {
    const fills = rampOf('diverging').map(({ fill }) => value(nameIn(fill)));
    const away = (hex: string) => Math.abs(labOf(hex)[0] - labOf(surface)[0]);
    for (let i = 1; i <= 4; i++) {
      expect(away(fills[4 + i]!)).toBeGreaterThan(away(fills[3 + i]!) + 5);
      expect(away(fills[4 - i]!)).toBeGreaterThan(away(fills[5 - i]!) + 5);
      for (const vision of ['protanopia', 'deuteranopia'] as const)
        expect(distance(fills[4 - i]!, fills[4 + i]!, vision), `±${i} ${vision}`).toBeGreaterThan(15);
    }
  });

  describe.each(Object.entries(groups))('group %s', (_, kinds) => {
    it('is told apart with every kind of red-green vision', () => {
      for (const [a, b] of pairs<string>(kinds))
        for (const vision of ['normal', 'protanopia', 'deuteranopia'] as const)
          expect(distance(value(a), value(b), vision), `${a}/${b} ${vision}`).toBeGreaterThan(15);
    });

    it('is told apart in greyscale by at least 6 units of lightness', () => {
      for (const [a, b] of pairs<string>(kinds))
        expect(Math.abs(labOf(value(a))[0] - labOf(value(b))[0]), `${a}/${b}`).toBeGreaterThan(6);
    });
  });
});

it('dark overrides every colour that light defines', () => {
  const [light, dark] = [paletteOf('light'), paletteOf('dark')];
  const unchanged = [...light].filter(([name, hex]) => dark.get(name) === hex && !name.startsWith('on-'));
  expect(unchanged).toEqual([]);
});

it('a heat cell takes the nearest of nine steps and holds values outside the domain at the ends', () => {
  expect(heatOf(0.5, [0, 1]).fill).toBe('var(--ramp-4)');
  expect(heatOf(-3, [0, 1]).fill).toBe('var(--ramp-0)');
  expect(heatOf(7, [0, 1]).fill).toBe('var(--ramp-8)');
  expect(heatOf(0, [-2, 2], 'diverging').fill).toBe('var(--diverging-4)');
  expect(heatOf(5, [5, 5]).fill).toBe('var(--ramp-0)');
});

it('individuals take six colours in turn', () => {
  expect(new Set(Array.from({ length: 6 }, (_, i) => colourOf(itemKind(i)))).size).toBe(6);
  expect(itemKind(7)).toBe(itemKind(1));
});
