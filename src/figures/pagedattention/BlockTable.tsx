import type { VNode } from 'preact';
import { Blocks, blocksHeight, type BlocksProps, type Slot } from '#draw/Blocks.tsx';
import { blocksLayout } from '#draw/blocks-layout.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { itemKind, muted } from '#draw/palette.ts';
import { small } from './setting.ts';

const names = ['a', 'b'];
const { pool } = small;
const { blocks, blockSize } = pool.size;
const owners = [0, 1];

const slotsOf = (block: number): Slot[] =>
  small
    .tokensIn(block)
    .map((token) => (token ? { kind: itemKind(token[0]), label: `${names[token[0]]}${token[1]}` } : {}));
const logical = owners.flatMap((owner) => pool.table(owner).map((block, i) => ({ owner, block, name: `逻辑块 ${i}` })));
/** The gap between the two requests takes a place in the row. */
const placeOf = (j: number): number => j + (logical[j]!.owner === 0 ? 0 : 1);

const upper: BlocksProps['rows'][number]['blocks'] = logical.map(({ owner, block }) => ({
  width: blockSize,
  kind: itemKind(owner),
  slots: slotsOf(block),
}));
const boundary = pool.table(0).length;

const head = 20;

const props: BlocksProps = {
  y: head,
  rows: [
    {
      label: '请求',
      blocks: [...upper.slice(0, boundary), { bare: true, label: '' }, ...upper.slice(boundary)],
    },
    {
      label: '显存',
      blocks: Array.from({ length: blocks }, (_, block) => ({
        width: blockSize,
        kind: pool.referencesTo(block) > 0 ? ('kv' as const) : ('neutral' as const),
        slots: slotsOf(block),
        note: `${block} 号`,
      })),
    },
  ],
  arrows: logical.map(({ owner, block }, j) => ({ from: [0, placeOf(j)], to: [1, block], kind: itemKind(owner) })),
  rowHeight: 30,
  rowGap: 54,
  gap: 5,
};

/** Two requests, their logical blocks, and where the table says that each lies. */
export default function BlockTable(): VNode {
  return (
    <Canvas id="block-table" height={head + blocksHeight(props)} minWidth={600} label="两个请求的逻辑块与物理块">
      <Blocks {...props} />
      {logical.map(({ name }, j) => {
        const { x, width } = blocksLayout(props).rows[0]![placeOf(j)]!;
        return (
          <Label key={j} x={x + width / 2} y={8} text={name} size={fontSize.small} anchor="middle" colour={muted} />
        );
      })}
    </Canvas>
  );
}
