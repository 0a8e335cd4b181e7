import { handBuiltSsm, runCopying, type StepSizes } from '#mechanisms/recurrence/copying-ssm.ts';
import { accuracyByPosition } from '#mechanisms/recurrence/selective-copying.ts';
import { leastSquaresKernel, readWithKernel } from '#mechanisms/recurrence/static-kernel.ts';
import { constant, selective, task } from './setting.ts';

/** Strips over which the page averages. */
export const strips = 2000;

/** The kernel of least squared error for each data token. */
export const kernels: readonly number[][] = Array.from({ length: task.K }, (_, k) => leastSquaresKernel(task, k));

function ofSsm(delta: StepSizes): number[] {
  const ssm = handBuiltSsm(task, delta);
  return accuracyByPosition(task, (strip) => runCopying(ssm, strip).answers, strips);
}

/** How often each of three models names data token k. */
export const accuracy = {
  selective: ofSsm(selective),
  constant: ofSsm(constant),
  kernel: accuracyByPosition(
    task,
    (strip) => kernels.map((kernel) => readWithKernel(task, kernel, strip).answer),
    strips,
  ),
};

/** The share of all tokens named right. */
export const mean = (byPosition: readonly number[]): number =>
  byPosition.reduce((sum, share) => sum + share, 0) / byPosition.length;
