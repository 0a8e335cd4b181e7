import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countSymbols, decode, encode, idealBits } from './arithmetic-coder.ts';

const message = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 400 });

it('gives back every message', () => {
  fc.assert(
    fc.property(message, (symbols) => {
      const table = countSymbols(symbols);
      expect(decode(encode(symbols, table), symbols.length, table)).toEqual(symbols);
    }),
  );
});

it('is within two bits of the message’s own entropy', () => {
  fc.assert(
    fc.property(message, (symbols) => {
      const table = countSymbols(symbols);
      const [bits, ideal] = [encode(symbols, table).length, idealBits(symbols, table)];
      expect(bits).toBeLessThanOrEqual(ideal + 2 + 1e-6);
      expect(bits).toBeGreaterThanOrEqual(ideal - 1e-6);
    }),
  );
});

it('takes log₂ of the inverse share: a coin that falls one way seven times in eight costs 0.5436 bits a throw', () => {
  const throws = Array.from({ length: 8000 }, (_, i) => (i % 8 === 0 ? 1 : 0));
  const perThrow = (1 / 8) * Math.log2(8) + (7 / 8) * Math.log2(8 / 7);
  expect(encode(throws, countSymbols(throws)).length / 8000).toBeCloseTo(perThrow, 3);
  expect(perThrow).toBeCloseTo(0.5436, 4);
});

it('refuses a symbol that the table does not know', () => {
  expect(() => encode([1, 2], countSymbols([1]))).toThrow(RangeError);
});
