import type { StepSizes } from '#mechanisms/recurrence/copying-ssm.ts';
import type { CopyingTask } from '#mechanisms/recurrence/selective-copying.ts';

/** The page's strip: 32 tokens, 4 of them data of 4 colours. The paper's has 4096 and 16 (App. E.1). */
export const task: CopyingTask = { L: 32, K: 4, colours: 4, placement: 'random' };

/** Step sizes with which the hand-built model copies every strip, and the same without selection. */
export const selective: StepSizes = { data: 0.3, noise: 1e-4 };
export const constant: StepSizes = { data: 0.3, noise: 0.3 };

/** What the colours are called, so that no one needs to tell them apart by colour. */
export const colourNames = ['甲', '乙', '丙', '丁'] as const;
