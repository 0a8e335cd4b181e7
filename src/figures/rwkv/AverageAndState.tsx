import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, textOf } from '#draw/palette.ts';
import { example, expK, steps, weights } from './setting.ts';

const T = expK.length;
const LEFT = 104;
const STEP = (columnWidth - LEFT) / T;
const BOX = 66;
const x = (t: number) => LEFT + (t + 0.5) * STEP;
const KEYS = 44;
const VALUES = 76;
const WEIGHTS = { title: 124, base: 232, height: 66 };
const STATES = { title: 290, a: 322, b: 352, outputs: 404 };

const whole = (value: number) => String(Math.round(value));

/** A weight as a fraction of 64 in lowest terms. */
function fraction(weight: number): string {
  let [above, below] = [Math.round(64 * weight), 64];
  while (above % 2 === 0 && below > 1) [above, below] = [above / 2, below / 2];
  return `${above}/${below}`;
}

/** The hero: what the last token averages over the past, and the two numbers by which a recurrence reaches the same. */
export default function AverageAndState() {
  return (
    <Canvas
      id="rwkv-wkv"
      height={STATES.outputs + 22}
      label="一个通道、六个 token 的 WKV：上面是最后一个 token 的加权平均，下面是逐步更新的分子和分母"
      minWidth={600}
    >
      <Label x={0} y={9} text="token" size={fontSize.small} colour={muted} />
      <Label x={0} y={KEYS} text="重要程度 $e^k$" />
      <Label x={0} y={VALUES} text="内容 $v$" />
      {expK.map((value, t) => (
        <g key={t}>
          <Label x={x(t)} y={9} text={`$t=${t + 1}$`} anchor="middle" size={fontSize.small} colour={muted} />
          <Value t={t} y={KEYS} kind="k" text={whole(value)} />
          <Value t={t} y={VALUES} kind="v" text={whole(example.v[t]!)} />
        </g>
      ))}
      <Weights />
      <States />
    </Canvas>
  );
}

function Value({ t, y, kind, text }: { t: number; y: number; kind: 'k' | 'v'; text: string }) {
  return (
    <g>
      <Mark kind={kind} tone="tint" x={x(t) - BOX / 2} y={y - 13} width={BOX} height={26} radius={2} />
      <Label x={x(t)} y={y} text={text} anchor="middle" />
    </g>
  );
}

/** The weights of the last token's average, as columns over their tokens. */
function Weights() {
  const { title, base, height } = WEIGHTS;
  const scale = height / Math.max(...weights);
  return (
    <g>
      <Label x={0} y={title} text="看法一：第 6 个 token 对过去求加权平均" bold />
      <Label x={0} y={base - height / 2} text="权重" />
      <Label x={0} y={base + 18} text="合计 1" size={fontSize.small} colour={muted} />
      {weights.map((weight, t) => (
        <g key={t}>
          <Mark kind="accent" x={x(t) - 14} y={base - scale * weight} width={28} height={scale * weight} />
          <Label x={x(t)} y={base + 18} text={fraction(weight)} anchor="middle" size={fontSize.small} />
        </g>
      ))}
    </g>
  );
}

/** Numerator and denominator after each token, and what each token reads. */
function States() {
  const { title, a, b, outputs } = STATES;
  return (
    <g>
      <Label x={0} y={title} text="看法二：只带分子 $a$ 和分母 $b$，每步先减半，再加新的" bold />
      <Label x={0} y={a} text="分子 $a_t$" />
      <Label x={0} y={b} text="分母 $b_t$" />
      <Label x={0} y={outputs} text="输出 $wkv_t$" bold />
      {steps.map((step, t) => (
        <g key={t}>
          {t > 0 && <Arrow from={[x(t - 1) + BOX / 2 + 1, a + 15]} to={[x(t) - BOX / 2 - 1, a + 15]} />}
          <Mark kind="accent" tone="tint" x={x(t) - BOX / 2} y={a - 14} width={BOX} height={58} radius={3} />
          <Label x={x(t)} y={a} text={whole(step.a)} anchor="middle" />
          <Label x={x(t)} y={b} text={whole(step.b)} anchor="middle" />
          <Label
            x={x(t)}
            y={outputs}
            text={whole(step.wkv)}
            size={fontSize.large}
            anchor="middle"
            bold
            colour={textOf('accent')}
          />
        </g>
      ))}
    </g>
  );
}
