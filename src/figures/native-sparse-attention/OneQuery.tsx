import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import type { Range } from '#mechanisms/attention/tiling.ts';
import { blocks, dense, importance, needles, parts, pCmp, run, s, small, smallReads } from './setting.ts';
import { Strip } from './Strip.tsx';

const X = 108;
const WIDTH = columnWidth - X - 82;
const at = (token: number) => X + (token / s) * WIDTH;
const place = { x: X, width: WIDTH, tokens: s, height: 24 };

/** The part of a compression block that no later one covers, so that neighbours do not hide each other. */
const stride = ({ start }: Range, i: number): Range => ({ start, end: i === parts.length - 1 ? s : start + small.d });

/** Stretches of the sequence that a branch reads. */
function ReadPart({
  y,
  name,
  note,
  ranges,
  kind,
}: {
  y: number;
  name: string;
  note: string;
  ranges: readonly Range[];
  kind: Kind;
}) {
  return (
    <g>
      <Label x={X - 10} y={y + 12} text={name} anchor="end" size={fontSize.small} />
      <Mark kind="neutral" x={X} y={y} width={WIDTH} height={24} />
      {ranges.map(({ start, end }) => (
        <Mark key={start} kind={kind} x={round(at(start))} y={y} width={round(at(end) - at(start))} height={24} />
      ))}
      <Label x={X + WIDTH + 10} y={y + 12} text={note} size={fontSize.small} colour={muted} />
    </g>
  );
}

/** One query position of a group of four heads over 512 tokens, from dense weights to what NSA reads. */
export default function OneQuery() {
  return (
    <Canvas
      id="one-query"
      height={264}
      label={`一个 query 位置在 ${s} 个 token 上：摘要 ${smallReads.cmp} 个、选块 ${run.selected.length} 个、滑窗 ${small.w} 个 token`}
    >
      {needles.map(({ start, width }, i) => (
        <Label
          key={start}
          x={at(start + width / 2)}
          y={10}
          text={`目标 ${i + 1}`}
          anchor="middle"
          size={fontSize.small}
          colour={muted}
        />
      ))}
      <Strip
        {...place}
        y={22}
        name="完整注意力"
        note={`${s} 个`}
        cells={dense.map((value, i) => ({ range: { start: i, end: i + 1 }, value }))}
      />
      <Strip
        {...place}
        y={64}
        name="压缩 $p^{cmp}$"
        note={`${smallReads.cmp} 个`}
        cells={parts.map((part, i) => ({ range: stride(part, i), value: pCmp[i]! }))}
      />
      <Strip
        {...place}
        y={106}
        name="块的分数 $p^{slc}$"
        note="不用读"
        cells={blocks.map((range, j) => ({ range, value: importance[j]! }))}
      />
      <ReadPart
        y={148}
        name="选块"
        note={`${smallReads.slc} 个`}
        ranges={run.selected.map((j) => blocks[j]!)}
        kind="accent"
      />
      <ReadPart y={190} name="滑窗" note={`${smallReads.win} 个`} ranges={[{ start: s - small.w, end: s }]} kind="k" />
      {[0, s / 4, s / 2, (3 * s) / 4, s].map((token) => (
        <Label
          key={token}
          x={at(token)}
          y={230}
          text={String(token)}
          anchor="middle"
          size={fontSize.small}
          colour={muted}
        />
      ))}
      <Label
        x={X + WIDTH / 2}
        y={252}
        text="token 的位置；query 在最右端"
        anchor="middle"
        size={fontSize.small}
        colour={muted}
      />
    </Canvas>
  );
}
