import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted } from '#draw/palette.ts';
import { composition, type AffineStep } from '#mechanisms/recurrence/affine-recurrence.ts';
import { workEfficientScan } from '#mechanisms/recurrence/associative-scan.ts';
import { steps } from './small-example.ts';

const LEFT = 84;
const STEP = (columnWidth - LEFT) / steps.length;
const BOX = { width: 62, height: 26 };
const FEED = 58;
const x = (i: number) => LEFT + (i + 0.5) * STEP;
const y = (level: number) => 40 + level * FEED;

const fractions: Readonly<Record<string, string>> = { 0.5: '½', 0.25: '¼' };
const amount = (value: number) => fractions[value] ?? String(value);
const write = ({ a, b }: AffineStep) => `(${amount(a)}, ${amount(b)})`;

const levels = workEfficientScan(composition, steps);
const rows = [
  { name: '每步 $(a,b)$', merges: [], values: steps },
  ...levels.map(({ phase, merges, values }, i) => ({
    name: phase === 'up' ? `第 ${i + 1} 轮，合并` : `第 ${i + 1} 轮，补齐`,
    merges,
    values,
  })),
];

/** Eight steps of a selective recurrence solved by a tree: five rounds of merges that run at once. */
export default function ScanTree() {
  return (
    <Canvas id="mamba-scan" height={y(rows.length - 1) + 46} label="八步递推用五轮两两合并求出全部前缀">
      {steps.map((_, i) => (
        <Label key={i} x={x(i)} y={9} text={`$t=${i + 1}$`} anchor="middle" size={fontSize.small} colour={muted} />
      ))}
      {rows.map(({ name, merges, values }, level) => {
        const merged = new Set<number>(merges.map((m) => m.into));
        return (
          <g key={level}>
            <Label x={0} y={y(level)} text={name} size={fontSize.small} />
            {level > 0 &&
              values.map((_, i) => (
                <Arrow
                  key={i}
                  from={[x(i), y(level - 1) + BOX.height / 2 + 1]}
                  to={[x(i), y(level) - BOX.height / 2 - 1]}
                  kind={merged.has(i) ? 'accent' : 'neutral'}
                  weight={merged.has(i) ? 1.25 : 0.75}
                />
              ))}
            {merges.map(({ from, into }) => (
              <Arrow
                key={into}
                from={[x(from), y(level - 1) + BOX.height / 2 + 1]}
                to={[x(into) - BOX.width / 4, y(level) - BOX.height / 2 - 1]}
                kind="accent"
              />
            ))}
            {values.map((value, i) => (
              <g key={i}>
                <Mark
                  kind={merged.has(i) ? 'accent' : 'neutral'}
                  tone="tint"
                  x={x(i) - BOX.width / 2}
                  y={y(level) - BOX.height / 2}
                  {...BOX}
                  radius={3}
                />
                <Label x={x(i)} y={y(level)} text={write(value)} anchor="middle" size={fontSize.small} />
              </g>
            ))}
          </g>
        );
      })}
      <Label x={0} y={y(rows.length - 1) + 34} text="$h_t$（从 0 起）" size={fontSize.small} />
      {levels.at(-1)!.values.map(({ b }, i) => (
        <Label key={i} x={x(i)} y={y(rows.length - 1) + 34} text={amount(b)} anchor="middle" bold />
      ))}
    </Canvas>
  );
}
