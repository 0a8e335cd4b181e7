import { expect, it } from 'vitest';
import {
  fixed,
  formatBinaryBytes,
  formatBytes,
  formatCount,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatSI,
} from './format.ts';

it.each([
  [formatNumber(0), '0'],
  [formatNumber(1 / 3), '0.3333'],
  [formatNumber(-2.5), '−2.5'],
  [formatNumber(8192), '8192'],
  [formatNumber(1234567), '1,234,567'],
  [formatNumber(Number.POSITIVE_INFINITY), '∞'],
  [formatNumber(Number.NaN), '–'],
  [fixed(2)(-0.5), '−0.50'],
  [fixed(1)(-0.04), '0.0'],
  [formatSI(312e12), '312T'],
  [formatSI(999.9e3), '1M'],
  [formatSI(1500), '1.5k'],
  [formatCount(175e9), '175B'],
  [formatCount(1.5e12), '1.5T'],
  [formatBytes(31.40625e9), '31.4\u00a0GB'],
  [formatBytes(1.875e9), '1.88\u00a0GB'],
  [formatBinaryBytes(2 ** 30), '1\u00a0GiB'],
  [formatBinaryBytes(1000), '1000\u00a0B'],
  [formatPercent(0.702), '70.2%'],
  [formatSeconds(0.0031), '3.1\u00a0ms'],
  [formatSeconds(0), '0\u00a0s'],
  [formatSeconds(90), '90\u00a0s'],
  [formatSeconds(2.5e-7), '250\u00a0ns'],
])('writes %s as %s', (written, expected) => {
  expect(written).toBe(expected);
});
