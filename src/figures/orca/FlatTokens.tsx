import { Blocks, blocksHeight, type BlocksProps } from '#draw/Blocks.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { itemKind } from '#draw/palette.ts';

/** Four requests in one iteration: two bring one token, one brings two, one its prompt of three. */
const tokens = [1, 1, 2, 3];
const total = tokens.reduce((a, b) => a + b, 0);
const names = ['甲', '乙', '丙', '丁'];
const UNIT = 44;

const flat = (label: string): BlocksProps['rows'][number] => ({
  label,
  blocks: [
    {
      width: total * UNIT,
      note: `[${total}, H]`,
      slots: tokens.flatMap((n, b) => Array.from({ length: n }, () => ({ kind: itemKind(b), label: names[b]! }))),
    },
  ],
});

const props: BlocksProps = {
  rows: [
    flat('QKV 线性层'),
    {
      label: '注意力',
      blocks: tokens.map((n, b) => ({
        width: n * UNIT + 26,
        kind: itemKind(b),
        tone: 'tint',
        label: names[b]!,
        note: `[${n}, H]`,
      })),
    },
    flat('输出与 MLP'),
  ],
  arrows: tokens.flatMap((_, b) => [
    { from: [0, 0] as const, to: [1, b] as const },
    { from: [1, b] as const, to: [2, 0] as const },
  ]),
  rowHeight: 34,
  rowGap: 46,
  gap: 14,
};

/** Token-wise operators see one long matrix; attention sees requests. */
export default function FlatTokens() {
  return (
    <Canvas id="flat-tokens" height={blocksHeight(props)} label="选择性批处理：线性层合算，注意力分算">
      <Blocks {...props} />
    </Canvas>
  );
}
