import type { VNode } from 'preact';
import { CurvedArrow } from './Arrow.tsx';
import { blocksLayout, type Block, type BlockArrow, type BlocksLayout, type BlocksProps } from './blocks-layout.ts';
import type { Cubic } from './curve.ts';
import { fontSize, type Point, type Rect } from './frame.ts';
import { Label } from './Label.tsx';
import { Mark } from './Mark.tsx';
import { MarkLabel } from './MarkLabel.tsx';
import { muted } from './palette.ts';
import { Slots } from './Slots.tsx';

export {
  blocksHeight,
  type Block,
  type BlockArrow,
  type BlockRow,
  type BlocksProps,
  type Slot,
} from './blocks-layout.ts';

/** Memory blocks, tensors, tiles: labelled rectangles in rows, with their shapes under them and arrows between them. */
export function Blocks(props: BlocksProps): VNode {
  const { rows, arrows = [] } = props;
  const layout = blocksLayout(props);
  return (
    <g>
      {rows.map((row, i) => {
        const first = layout.rows[i]![0];
        return (
          <g key={i}>
            {row.label !== undefined && first !== undefined && (
              <Label x={layout.left - 12} y={first.y + first.height / 2} text={row.label} anchor="end" colour={muted} />
            )}
            {row.blocks.map((block, j) => (
              <BlockMark key={j} block={block} rect={layout.rows[i]![j]!} />
            ))}
          </g>
        );
      })}
      {arrows.map((arrow, i) => (
        <Link key={i} arrow={arrow} layout={layout} />
      ))}
    </g>
  );
}

function BlockMark({ block, rect }: { block: Block; rect: Rect }): VNode {
  const { label, note, kind = 'neutral', tone = 'solid', slots } = block;
  const [centre, middle] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  if (block.bare)
    return <Label x={centre} y={middle} text={label ?? ''} size={fontSize.large} anchor="middle" colour={muted} />;
  return (
    <g data-part="block">
      {slots === undefined ? (
        <Mark kind={kind} tone={tone} radius={1.5} {...rect} />
      ) : (
        <Slots slots={slots} kind={kind} rect={rect} />
      )}
      {label !== undefined && slots === undefined && (
        <MarkLabel kind={kind} tone={tone} label={label} size={fontSize.base} {...rect} />
      )}
      {note !== undefined && (
        <Label
          x={centre}
          y={rect.y + rect.height + 11}
          text={note}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      )}
    </g>
  );
}

/** From the edge of one block to the facing edge of another: down or up between rows, over the top within a row. */
function Link({ arrow, layout }: { arrow: BlockArrow; layout: BlocksLayout }): VNode | null {
  const from = layout.rows[arrow.from[0]]?.[arrow.from[1]];
  const to = layout.rows[arrow.to[0]]?.[arrow.to[1]];
  if (!from || !to) throw new RangeError(`an arrow joins a block that is not there: ${arrow.from} to ${arrow.to}`);
  const { label, kind, dashed } = arrow;
  return <CurvedArrow curve={linkCurve(from, to)} kind={kind} label={label} dashed={dashed} />;
}

function linkCurve(from: Rect, to: Rect): Cubic {
  const centre = (rect: Rect) => rect.x + rect.width / 2;
  const [below, above] = [to.y >= from.y + from.height, to.y + to.height <= from.y];
  const start: Point = [centre(from), below ? from.y + from.height + 2 : from.y - 2];
  const end: Point = [centre(to), above ? to.y + to.height + 2 : to.y - 2];
  const reach = below || above ? (end[1] - start[1]) * 0.5 : -26;
  return [start, [start[0], start[1] + reach], [end[0], below || above ? end[1] - reach : end[1] + reach], end];
}
