import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { tensorParallel } from '#mechanisms/parallelism/conjugate-operators.ts';
import { cutLayer, drawLayer, layerForward } from '#mechanisms/parallelism/parallel-layer.ts';
import { sequenceParallel } from '#mechanisms/parallelism/sequence-parallel.ts';
import { cutRows } from '#mechanisms/parallelism/sharded-matrix.ts';
import { TensorParallelGroup } from '#mechanisms/parallelism/tensor-parallel-group.ts';
import { oneFOneBOrder } from '#mechanisms/pipeline/one-f-one-b.ts';
import {
  firstStageBytes,
  layerActivationBytes,
  layerActivations,
  outsideLayersShare,
  pricePerByte,
  storedTensors,
} from './activation-memory.ts';
import type { Keeping, StoredTensor } from './activation-memory.ts';
import type { GptShape } from './gpt-shape.ts';

const shape = (a: number, h: number, L: number): GptShape => ({ a, h, L, s: 2048, v: 51_200 });
const [gpt3, mtNlg] = [shape(96, 12_288, 96), shape(128, 20_480, 105)];
const alone: Keeping = { t: 1, sequenceParallel: false, recomputation: 'none' };
const inUnits = (model: GptShape, keeping: Keeping): number =>
  Object.values(layerActivations(model, keeping)).reduce((sum, part) => sum + part, 0);

describe('the table of stored tensors', () => {
  const sum = (of: (tensor: StoredTensor) => boolean) =>
    storedTensors.filter(of).reduce((total, { bytes }) => total + bytes, 0);

  it('adds up to the paper’s parts: attention 11sbh + 5as²b, MLP 19sbh, layer norms 4sbh (Sec. 4.1)', () => {
    expect(sum(({ block, region }) => block === 'attention' && region !== 'core')).toBe(11);
    expect(sum(({ region }) => region === 'core')).toBe(5);
    expect(sum(({ block }) => block === 'mlp')).toBe(19);
    expect(sum(({ block }) => block === 'norm')).toBe(4);
  });

  it.each([
    ['tensor', false],
    ['tensor and sequence', true],
  ])('has the sizes of the tensors of a layer really run with %s parallelism', (_, sequence) => {
    const [s, h, a, t] = [8, 16, 4, 2];
    const X = Matrix.from(s, h, (i, j) => Math.sin(i + 2 * j));
    const pair = sequence ? sequenceParallel : tensorParallel;
    const input = sequence ? cutRows(X, t) : [X, X];
    const trace = layerForward(input, cutLayer(drawLayer(h, a, 1), t), pair, new TensorParallelGroup(t));
    const elements = (parts: readonly Matrix[]) => parts.reduce((total, { rows, cols }) => total + rows * cols, 0);
    const own = trace.attention.own[1]!;
    const found = {
      'LayerNorm 1 input': elements([trace.X[1]!]),
      'softmax output': elements(own.heads.map(({ weights }) => weights)),
      'projection input': elements([own.concat]),
      'LayerNorm 2 input': elements([trace.middle[1]!]),
      'GeLU input': elements([trace.mlp.XA[1]!]),
      'B input': elements([trace.mlp.Y[1]!]),
    };
    for (const [name, count] of Object.entries(found)) {
      const { region, bytes } = storedTensors.find((tensor) => tensor.name === name)!;
      const unit = region === 'core' ? a * s * s : s * h;
      const cut = region !== 'between' || sequence ? t : 1;
      expect(2 * count, name).toBe((bytes * unit) / cut);
    }
  });
});

describe('layerActivations', () => {
  it('is Eq. (1) on one rank: 34 + 5as/h, with 5as/h = 80 for GPT-3 and 64 for MT-NLG (Sec. 5)', () => {
    expect(inUnits(gpt3, alone)).toBe(34 + 80);
    expect(inUnits(mtNlg, alone)).toBe(34 + 64);
  });

  it.each<[string, Partial<Keeping>, number]>([
    ['tensor parallel', {}, 10 + 24 / 8 + 80 / 8],
    ['tensor + sequence parallel', { sequenceParallel: true }, 34 / 8 + 80 / 8],
    ['tensor parallel + selective', { recomputation: 'selective' }, 10 + 24 / 8],
    ['tensor + sequence + selective', { sequenceParallel: true, recomputation: 'selective' }, 34 / 8],
    ['full recomputation', { recomputation: 'full' }, 2],
  ])('gives the row "%s" of Table 2', (_, keeping, units) => {
    expect(inUnits(gpt3, { ...alone, t: 8, ...keeping })).toBe(units);
  });

  it('saves 70% of GPT-3’s and 65% of MT-NLG’s activations by selective recomputation alone (Sec. 5)', () => {
    const saved = (model: GptShape) =>
      1 - inUnits(model, { ...alone, recomputation: 'selective' }) / inUnits(model, alone);
    expect(Math.round(100 * saved(gpt3))).toBe(70);
    expect(Math.round(100 * saved(mtNlg))).toBe(65);
  });
});

describe('firstStageBytes', () => {
  /** The most micro-batches whose forward pass a stage has run and whose backward pass it has not. */
  const inFlight = (stage: number, p: number, microBatches: number): number => {
    let [held, most] = [0, 0];
    for (const [kind] of oneFOneBOrder(stage, p, microBatches)) {
      held += kind === 'forward' ? 1 : -1;
      most = Math.max(most, held);
    }
    return most;
  };

  it.each([1, 2, 4, 8, 16])('is what the 1F1B schedule keeps in flight on the first of %i stages', (p) => {
    const perStage = (gpt3.L / p) * layerActivationBytes(gpt3, 1, alone);
    expect(firstStageBytes(gpt3, 1, alone, p)).toBeCloseTo(inFlight(0, p, 64) * perStage, -3);
  });

  it('grows by (p − 1)/pm where m chunks are interleaved', () => {
    expect(firstStageBytes(gpt3, 1, alone, 8, 3) / firstStageBytes(gpt3, 1, alone, 8)).toBeCloseTo(1 + 7 / 24, 12);
  });
});

describe('what stands outside the layers', () => {
  it('is 0.57% of the 22B model’s activations by the formula of Sec. 4.3, where the text says less than 0.01%', () => {
    const byHand = (1 / 48 + (4 / 48) * (1 + 51_200 / 6144)) / (34 + (5 * 64 * 2048) / 6144);
    expect(outsideLayersShare(shape(64, 6144, 48), 1)).toBeCloseTo(byHand, 12);
    expect(100 * byHand).toBeCloseTo(0.57, 2);
  });
});

describe('pricePerByte', () => {
  it('is 4s²h/5as² = 0.8h/a for the attention core and 24h²/32h = 0.75h for the rest', () => {
    const { core, rest } = pricePerByte(gpt3);
    expect(core).toBeCloseTo((0.8 * 12_288) / 96, 9);
    expect(rest).toBeCloseTo(0.75 * 12_288, 9);
  });
});
