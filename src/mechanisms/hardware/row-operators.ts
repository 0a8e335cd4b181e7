/**
 * Softmax, layer norm and GELU on the vector units (LLMCompass, Sec. III-B1, "other operators"). The rows are dealt out
 * over the cores. Softmax (one pass for maximum and sum together, the second for the quotient) and layer norm (mean,
 * variance, quotient) need a whole row before the first result leaves, so reading, computing and writing follow each
 * other; GELU needs nothing but the element, so they overlap. Left out: fusion with the product before or after.
 */
import { bandwidth, vectorFlopsPerCycle } from './device.ts';
import type { Device } from './device.ts';
import { rowWork } from './operators.ts';
import type { RowOperator } from './operators.ts';

/** How often the cores read a row from the global buffer. */
const READS = { softmax: 1, layernorm: 3, gelu: 1 } as const;

/** Seconds of the operator, the kernel launch not counted; `bytes` per element. */
export function rowOperatorTime(device: Device, operator: RowOperator, bytes: number): number {
  const { kind, rows, cols } = operator;
  // GELU may cut a row in two; the others keep it on one core
  const busiest = kind === 'gelu' ? (rows * cols) / device.cores : Math.ceil(rows / device.cores) * cols;
  const flopsPerElement = rowWork(operator, bytes, device.vector.exp).flops / (rows * cols);
  const compute = (busiest * flopsPerElement) / vectorFlopsPerCycle(device) / device.frequency;
  const once = rows * cols * bytes;
  const onChip = ((READS[kind] + 1) * once) / (device.globalBandwidth * device.frequency);
  if (kind === 'gelu') return Math.max(compute, (2 * once) / bandwidth(device));
  return (2 * once) / device.memoryBandwidth + onChip + compute;
}
