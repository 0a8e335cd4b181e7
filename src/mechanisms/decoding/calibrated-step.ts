/**
 * The time of a decoding step over n tokens when only its time for one token was measured.
 *
 * Modelled: the linear layers follow their roofline; whatever else the measurement contains (communication, launching,
 * imperfect kernels) is taken as the same for every n. Left out: attention, which grows with the context. A rough
 * model, good for asking where a batch turns compute-bound, not for predicting a machine.
 */
import { linearTime, type Hardware, type Model } from '#mechanisms/serving/cost.ts';

// #region calibrated-step
/** Seconds of a step over n tokens, such that one token takes `measured` seconds. Throws where the roofline is above that. */
export function calibratedStep(measured: number, model: Model, devices: Hardware): (n: number) => number {
  const rest = measured - linearTime(1, model, devices);
  if (rest < 0) throw new RangeError('measured faster than the weights can be read');
  return (n) => rest + linearTime(n, model, devices);
}
// #endregion calibrated-step
