import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { columnWidth, fontSize, type Rect } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, legendHeight } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { colourOf, muted, tintOf } from '#draw/palette.ts';
import { textWidth } from '#draw/text.ts';
import { rectPath } from '#figures/serving/RequestLanes.tsx';
import { blockSize, chunks, lastBatch, lastUse, longest, mosaic, slots } from './setting.ts';

const keys = [
  { kind: 'kv', label: '存着 token' },
  { kind: 'kv', tone: 'tint', label: '留给将来的 token' },
  { kind: 'idle', label: '永远用不上' },
  { kind: 'accent', label: '同一个请求的块' },
] as const;
const [rowHeight, step, head] = [17, 20, 26];
const unit = columnWidth / longest;
const perRow = longest / blockSize;
const top = legendHeight({ keys }) + 8;
const pagedTop = top + head + (chunks.length + 1) * step + 14;
const rows = Math.ceil(mosaic.blocks / perRow);

/** One memory at one moment, given out in chunks of the greatest length and in blocks. */
export default function SameMemory(): VNode {
  return (
    <Canvas id="same-memory" height={pagedTop + head + rows * step} label={`${slots} 个位置在同一时刻：连续预留与分页`}>
      <Legend keys={keys} />
      <Title y={top} text="每人连续预留 2048" of={lastBatch.max} stored={lastUse.max.stored / slots} />
      {chunks.map((chunk, i) => (
        <Chunk key={i} chunk={chunk} y={top + head + i * step} />
      ))}
      <Mark
        kind="idle"
        x={0}
        y={top + head + chunks.length * step}
        width={(slots - chunks.length * longest) * unit}
        height={rowHeight}
      />
      <Label
        x={(slots - chunks.length * longest) * unit + 8}
        y={top + head + chunks.length * step + rowHeight / 2}
        text="剩下的凑不成一个 2048"
        size={fontSize.small}
        colour={muted}
      />
      <Title y={pagedTop} text="分页，每块 16 个" of={lastBatch.paged} stored={lastUse.paged.stored / slots} />
      <path d={blocksPath((block) => block < mosaic.blocks)} fill={tintOf('neutral')} />
      <path d={blocksPath((block) => mosaic.taken.includes(block))} fill={colourOf('kv')} />
      <path d={blocksPath((block) => mosaic.one.includes(block))} fill={colourOf('accent')} />
    </Canvas>
  );
}

function Title({ y, text, of, stored }: { y: number; text: string; of: number; stored: number }): VNode {
  return (
    <g>
      <Label x={0} y={y + 10} text={text} bold />
      <Label
        x={textWidth(text) + 20}
        y={y + 10}
        text={`${of} 个请求在跑，${formatPercent(stored, 2)} 的位置存着 token`}
        size={fontSize.small}
        colour={muted}
      />
    </g>
  );
}

function Chunk({ chunk, y }: { chunk: (typeof chunks)[number]; y: number }): VNode {
  const place = (from: number, length: number): Rect => ({
    x: from * unit,
    y,
    width: length * unit,
    height: rowHeight,
  });
  const { stored, reserved, internal } = chunk;
  return (
    <g>
      <Mark kind="idle" {...place(stored + reserved, internal)} />
      <Mark kind="kv" tone="tint" {...place(stored, reserved)} />
      <Mark kind="kv" {...place(0, stored)} />
    </g>
  );
}

/** The blocks that satisfy the condition, as one path; a hair of paper between them. */
function blocksPath(shown: (block: number) => boolean): string {
  const width = columnWidth / perRow;
  return Array.from({ length: mosaic.blocks }, (_, block) => block)
    .filter(shown)
    .map((block) =>
      rectPath({
        x: (block % perRow) * width,
        y: pagedTop + head + Math.floor(block / perRow) * step,
        width: width - 0.7,
        height: rowHeight,
      }),
    )
    .join('');
}
