import { Canvas } from '#draw/Canvas.tsx';
import { formatSeconds } from '#draw/format.ts';
import { columnWidth, fontSize, round } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { ink, muted } from '#draw/palette.ts';
import { Bars, type BarPart, type BarsProps } from '#draw/Bars.tsx';
import { barsLayout } from '#draw/bars-layout.ts';
import { Roofline, type RooflinePoint } from '#draw/Roofline.tsx';
import type { OperatorTime } from '#mechanisms/hardware/layer.ts';
import { phases, type Measured, type Phase, type PhaseResult } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const roofHeight = 280;
const barsTop = roofHeight + 66;
const barsHeight = 330;
const gap = 18;
const panelWidth = (columnWidth - gap) / 2;

const keys = [
  { kind: 'compute', label: t.keys.compute },
  { kind: 'communication', label: t.keys.memory },
  { kind: 'muted', tone: 'tint', label: t.keys.excess },
  { kind: 'idle', label: t.keys.launch },
  { kind: 'accent', label: t.keys.link },
] as const;

/** The roof with both phases under it, and below it the time of every operator of each. */
export function View({ result }: { result: Measured }) {
  return (
    <Canvas id="hardware-roofline" height={barsTop + barsHeight} label={t.label} minWidth={600}>
      <Roofline
        height={roofHeight}
        roofs={[
          { ...result.referenceRoof, kind: 'muted', ...(moved(result) && { label: t.reference }) },
          { ...result.roof, label: t.roof },
        ]}
        points={phases.flatMap((phase) => pointsOf(phase, result[phase]))}
        xAxis={{ label: t.intensity, domain: [0.4, 12_000] }}
        yAxis={{ label: t.rate, domain: [3e11, 4e15] }}
        ridgeLabel={t.ridge}
      />
      <Legend y={roofHeight + 12} keys={keys} width={columnWidth - 100} />
      <Label x={columnWidth} y={roofHeight + 22} text={t.tick} size={fontSize.small} anchor="end" colour={muted} />
      {phases.map((phase, i) => (
        <Times key={phase} phase={phase} result={result[phase]} x={i * (panelWidth + gap)} />
      ))}
    </Canvas>
  );
}

const moved = ({ roof, referenceRoof }: Measured): boolean => roof.peak !== referenceRoof.peak;

function pointsOf(phase: Phase, { groups }: PhaseResult): RooflinePoint[] {
  return [
    { label: t.weights(phase), ...groups.weights, kind: phase, marker: 'circle' },
    { label: t.attention(phase), ...groups.attention, kind: phase, marker: 'triangle' },
  ];
}

/** The operators of one phase; a tick shows what each takes on a GA100. */
function Times({ phase, result, x }: { phase: Phase; result: PhaseResult; x: number }) {
  const { layer, reference, ratio } = result;
  const longest = Math.max(...[...layer.operators, ...reference.operators].map(whole));
  const props: BarsProps = {
    x,
    y: barsTop,
    width: panelWidth,
    height: barsHeight,
    axis: false,
    domain: [0, longest],
    bars: layer.operators.map((one) => ({
      label: text.operators[one.operator.name],
      parts: partsOf(one),
      note: formatSeconds(whole(one)),
    })),
  };
  return (
    <g>
      <Label x={x} y={barsTop - 14} text={t.panel(phase, formatSeconds(layer.total), ratio.toFixed(2))} bold />
      <Bars {...props} />
      <Ticks props={props} reference={reference.operators} />
    </g>
  );
}

const whole = ({ work, launch }: OperatorTime): number => work + launch;

function partsOf({ work, launch, roofline }: OperatorTime): BarPart[] {
  if (!roofline) return [{ kind: 'accent', value: work }];
  return [
    { kind: roofline.boundBy === 'compute' ? 'compute' : 'communication', value: roofline.time },
    { kind: 'muted', tone: 'tint', value: Math.max(0, work - roofline.time) },
    { kind: 'idle', value: launch },
  ];
}

function Ticks({ props, reference }: { props: BarsProps; reference: readonly OperatorTime[] }) {
  const { values, bands } = barsLayout(props);
  const d = reference.map((one, i) => {
    const [x, y] = [round(values.at(whole(one))), bands.centre(i)];
    return `M${x} ${round(y - 11)}L${x} ${round(y + 11)}`;
  });
  return <path d={d.join('')} stroke={ink} stroke-width={1.75} fill="none" />;
}
