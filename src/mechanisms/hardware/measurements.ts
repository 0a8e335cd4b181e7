/**
 * One GPT-3 layer measured by the LLMCompass authors on four A100 80 GB, batch 8: prefill of 2048 tokens, and decoding
 * the 1024th token after them (Figure 5 i and k; ae/figure5/ijkl/real_hardware/transformer_A100.csv and
 * transformerAR_A100.csv in the artifact, commit 2e015fd). Seconds, rounded to 0.1 µs.
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
