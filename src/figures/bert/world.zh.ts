/**
 * The page's small world: who does what to what, and how often out of ten. The verb is the word to be guessed. Made by
 * hand so that verbs depend on both sides, with cat and child crossed over fish and apple.
 */
import type { Said } from '#mechanisms/pre-training/cloze-counts.ts';

export const subjects = ['小猫', '孩子', '厨师', '画家'] as const;
export const objects = ['鱼', '苹果', '牛奶', '球'] as const;
export const verbs = ['吃', '看', '喝', '追', '踢', '煎', '切', '煮', '画'] as const;
type Verbs = Partial<Record<(typeof verbs)[number], number>>;

/** A row for each subject, a column for each object. */
const table: readonly (readonly Verbs[])[] = [
  [
    { 吃: 9, 看: 1 },
    { 看: 9, 追: 1 },
    { 喝: 9, 看: 1 },
    { 追: 9, 看: 1 },
  ],
  [
    { 看: 9, 吃: 1 },
    { 吃: 9, 看: 1 },
    { 喝: 9, 看: 1 },
    { 踢: 9, 追: 1 },
  ],
  [
    { 煎: 9, 吃: 1 },
    { 切: 9, 吃: 1 },
    { 煮: 9, 喝: 1 },
    { 看: 9, 踢: 1 },
  ],
  [
    { 画: 9, 看: 1 },
    { 吃: 5, 画: 5 },
    { 喝: 9, 画: 1 },
    { 画: 9, 踢: 1 },
  ],
];

export const world: readonly Said[] = table.flatMap((row, l) =>
  row.flatMap((cell, r) => verbs.flatMap((verb, w) => (cell[verb] ? [{ l, w, r, weight: cell[verb] }] : []))),
);

/** The two texts of the cloze, cut into tokens. */
export const storyA = ['小猫', '渴', '了', '，', '跑', '进', '厨房', '里'] as const;
export const storyB = ['它', '跳', '上', '桌子', '，', '喝', '光', '了', '牛奶'] as const;

/** The two texts whose input vectors are added by hand. */
export const shortA = ['小猫', '看', '牛奶'] as const;
export const shortB = ['小猫', '喝', '牛奶'] as const;

/** The passage in which an answer is sought: what did the cat drink? */
export const passage = ['桌', '上', '有', '一', '碗', '牛奶', '，', '小猫', '喝光', '了'] as const;
