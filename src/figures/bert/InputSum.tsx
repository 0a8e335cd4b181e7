import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import { input } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 56;
const STEP = (columnWidth - LEFT) / input.tokens.length;
const names = ['token', 'segment', 'position', 'sum'] as const;
const rowY = (row: number) => 32 + row * 62 + (row === 3 ? 8 : 0);
const BOX = { width: STEP - 6, height: 28 };

const kindOf = (row: (typeof names)[number], i: number): Kind =>
  row === 'token'
    ? 'item-1'
    : row === 'segment'
      ? input.segments[i] === 0
        ? 'item-2'
        : 'item-4'
      : row === 'sum'
        ? 'accent'
        : 'neutral';
const nameOf = (row: (typeof names)[number], i: number): string =>
  row === 'token'
    ? input.tokens[i]!
    : row === 'segment'
      ? words.input.names[input.segments[i]!]!
      : row === 'position'
        ? String(i)
        : '';

/** Figure 2 of the paper with small integers: three vectors a token, and their sum. */
export default function InputSum() {
  return (
    <Canvas id="input-sum" height={rowY(3) + 44} label="每个 token 的输入是词向量、句向量、位置向量之和" minWidth={600}>
      {names.map((row, r) => (
        <g key={row}>
          <Label x={LEFT - 12} y={rowY(r) + 14} text={words.input[row]} anchor="end" bold={row === 'sum'} />
          {r > 0 && (
            <Label x={LEFT - 12} y={rowY(r) - 17} text={row === 'sum' ? '=' : '+'} anchor="end" colour={muted} />
          )}
          {input.tokens.map((_, i) => {
            const x = LEFT + i * STEP;
            const look = { kind: kindOf(row, i), tone: row === 'sum' ? 'solid' : 'tint' } as const;
            const box = { x, y: rowY(r), ...BOX };
            return (
              <g key={i}>
                <Label
                  x={x + BOX.width / 2}
                  y={rowY(r) - 11}
                  text={nameOf(row, i)}
                  size={fontSize.small}
                  anchor="middle"
                />
                <Mark radius={2} {...look} {...box} />
                <MarkLabel {...look} {...box} label={`(${input.rows[row][i]!.join(', ')})`} />
              </g>
            );
          })}
        </g>
      ))}
    </Canvas>
  );
}
