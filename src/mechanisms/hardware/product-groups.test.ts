import { describe, expect, it } from 'vitest';
import { layerTime } from './layer.ts';
import { GPT3, decode, prefill } from './operators.ts';
import { GA100, nvlinkNode } from './presets.ts';
import { productGroups } from './product-groups.ts';

const groups = (pass: ReturnType<typeof prefill>) => productGroups(layerTime(nvlinkNode(GA100), GPT3, pass));

describe('productGroups', () => {
  it('counts 2 · 12h² / p FLOPs a token with weights', () => {
    expect(groups(prefill(8, 2048)).weights.flops).toBe((2 * 12 * 12288 ** 2 * 8 * 2048) / 4);
  });

  it('finds the intensity of decoding weights at the batch, of decoding attention at one, in fp16', () => {
    for (const batch of [1, 8, 16]) {
      const { weights, attention } = groups(decode(batch, 3073));
      expect(weights.intensity / batch).toBeCloseTo(1, 1);
      expect(attention.intensity).toBeCloseTo(1, 1);
    }
  });
});
