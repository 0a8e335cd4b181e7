import type { VNode } from 'preact';
import { Blocks, blocksHeight, type BlocksProps } from '#draw/Blocks.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { itemKind } from '#draw/palette.ts';
import { Ledger } from './setting.ts';

const prompt = 7;
const ledger = new Ledger(4, 4);
const { pool } = ledger;
const names = ['A', 'B'];

/** The blocks in use, with their tokens and references; a prompt's tokens belong to nobody. */
const row = (label: string): BlocksProps['rows'][number] => ({
  label,
  blocks: Array.from({ length: pool.used }, (_, block) => ({
    width: 4,
    kind: 'kv',
    slots: ledger
      .tokensIn(block)
      .map((token) =>
        token
          ? token[1] <= prompt
            ? { kind: 'kv' as const, label: `p${token[1]}` }
            : { kind: itemKind(token[0]), label: `${names[token[0]]}${token[1]}` }
          : {},
      ),
    note: `${block} 号，引用 ${pool.referencesTo(block)}`,
  })),
});

function history(): BlocksProps['rows'] {
  ledger.append(0, prompt);
  pool.fork(0, 1);
  const forked = row('分叉之后');
  ledger.append(0, 1);
  const copied = row('A 写第 8 个');
  ledger.append(1, 1);
  const written = row('B 写第 8 个');
  ledger.append(0, 1);
  return [forked, copied, written, row('A 写第 9 个')];
}

const props: BlocksProps = { rows: history(), rowHeight: 32, rowGap: 20, gap: 14, unit: 31 };

/** Two samples of one prompt: shared until one of them writes into a shared block. */
export default function ForkAndCopy(): VNode {
  return (
    <Canvas id="fork-and-copy" height={blocksHeight(props)} label="两个采样共用一个 prompt 的块，写时才复制">
      <Blocks {...props} />
    </Canvas>
  );
}
