/**
 * What the LLMCompass authors measured on A100 80 GB (Figure 5, ae/figure5 of their artifact, commit 2e015fd). Seconds.
 *
 * One GPT-3 layer on four devices, batch 8: prefill of 2048 tokens, and decoding the 1024th token after them
 * (ijkl/real_hardware/transformer_A100.csv, transformerAR_A100.csv), rounded to 0.1 µs. Single products, the launch
 * included (ab/real_hardware/matmul_A100.csv).
 */
import { decode, prefill } from './operators.ts';
import type { Operator, Pass } from './operators.ts';

export interface Measurement {
  readonly pass: Pass;
  readonly operators: Readonly<Record<Operator['name'], number>>;
}

export const MEASURED_PREFILL: Measurement = {
  pass: prefill(8, 2048),
  operators: {
    'Q, K, V projection': 13.7218e-3,
    'Q·Kᵀ': 1.8811e-3,
    Softmax: 2.8015e-3,
    'A·V': 1.1832e-3,
    'Output projection': 4.5403e-3,
    'LayerNorm (attention)': 0.6816e-3,
    'All-reduce (attention)': 2.8909e-3,
    'MLP up': 17.4643e-3,
    GELU: 0.5243e-3,
    'MLP down': 17.4856e-3,
    'LayerNorm (MLP)': 0.6816e-3,
    'All-reduce (MLP)': 2.8909e-3,
  },
};

export const MEASURED_DECODE: Measurement = {
  pass: decode(8, 3073),
  operators: {
    'Q, K, V projection': 212.4e-6,
    'Q·Kᵀ': 106.1e-6,
    Softmax: 16.7e-6,
    'A·V': 138.6e-6,
    'Output projection': 68.9e-6,
    'LayerNorm (attention)': 48.0e-6,
    'All-reduce (attention)': 26.0e-6,
    'MLP up': 186.0e-6,
    GELU: 47.9e-6,
    'MLP down': 186.1e-6,
    'LayerNorm (MLP)': 48.0e-6,
    'All-reduce (MLP)': 26.0e-6,
  },
};

/** Seconds of the whole layer. */
export function measuredTotal({ operators }: Measurement): number {
  return Object.values(operators).reduce((total, time) => total + time, 0);
}

/** Products C (m × s) = A (m × s) · B (s × s): s = 12288 and growing m, then m = 8192 and growing s. */
// prettier-ignore
export const MEASURED_MATMULS = ([
  [64, 12288, 0.19], [128, 12288, 0.2003], [256, 12288, 0.3185], [512, 12288, 0.6118], [1024, 12288, 1.199],
  [2048, 12288, 2.3586], [4096, 12288, 4.4576], [8192, 12288, 8.6216], [16384, 12288, 17.0307], [32768, 12288, 35.4407],
  [8192, 64, 0.0296], [8192, 128, 0.031], [8192, 256, 0.0356], [8192, 512, 0.0471], [8192, 1024, 0.0927],
  [8192, 2048, 0.2818], [8192, 4096, 1.021], [8192, 8192, 3.9614], [8192, 16384, 15.0087], [8192, 32768, 61.1346],
] as const).map(([m, side, milliseconds]) => ({ m, n: side, k: side, time: milliseconds * 1e-3 }));
