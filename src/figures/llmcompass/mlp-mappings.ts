/** All mappings of one product of the MLP in each phase, priced on a GA100: what the search chooses from. */
import { operatorRoofline } from '#mechanisms/hardware/layer.ts';
import { GPT3, layerOperators } from '#mechanisms/hardware/operators.ts';
import type { Matmul, Pass } from '#mechanisms/hardware/operators.ts';
import { GA100 } from '#mechanisms/hardware/presets.ts';
import { bestMapping, candidateMappings, createMapper, mappingTime } from '#mechanisms/hardware/tile-search.ts';
import { passes } from './setting.ts';

const mapper = createMapper(GA100, GPT3.bytes);

/** The product that widens the MLP, its best mapping, and the times of all, fastest first, over the roofline's. */
function mlpUp(pass: Pass) {
  const isUp = (operator: { name: string }): operator is Matmul => operator.name === 'MLP up';
  const product = layerOperators(GPT3, pass, 4).find(isUp)!;
  const bound = operatorRoofline(GA100, product, GPT3.bytes).time;
  const times = [...candidateMappings(mapper, product)].map(({ tile, stationary }) =>
    mappingTime(mapper, product, tile, stationary),
  );
  return { product, best: bestMapping(mapper, product)!, ratios: times.map((t) => t / bound).sort((a, b) => a - b) };
}

export const landscape = { prefill: mlpUp(passes.prefill), decode: mlpUp(passes.decode) };
