import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Lines } from '#draw/Lines.tsx';
import { muted, textOf, type Kind } from '#draw/palette.ts';
import { curves, keys, scalingNames, widths, type Run, type Scaling } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const PANEL = 208;
const PANELS_HEIGHT = 212;
const kinds: Record<Scaling, Kind> = { none: 'muted', root: 'accent', full: 'ink' };
/** What the axes must hold: entropy up to ln 8, slope up to 1/4. */
const reach = { entropy: Math.log(keys), slope: 0.25 };

interface Props {
  run: Run;
  dk: number;
  measure: 'entropy' | 'slope';
}

/** One row of scores under three scalings, and the average over all rows as the width grows. */
export function View({ run, dk, measure }: Props) {
  return (
    <Canvas id="softmax-saturation" height={PANELS_HEIGHT + 330} label={t.label} minWidth={600}>
      {scalingNames.map((scaling, i) => (
        <Panel key={scaling} run={run} scaling={scaling} x={i * (PANEL + 11)} />
      ))}
      <Lines
        y={PANELS_HEIGHT + 20}
        height={310}
        series={scalingNames.map((scaling) => ({
          label: t.panels[scaling],
          kind: kinds[scaling],
          points: curves.map((at): [number, number] => [at.dk, at[scaling][measure]]),
        }))}
        xAxis={{ scale: 'log2', label: t.dk, ticks: widths }}
        yAxis={{
          label: t.axis[measure],
          domain: [0, reach[measure] * 1.08],
          format: fixed(measure === 'entropy' ? 1 : 2),
        }}
        references={measure === 'entropy' ? [{ axis: 'y', value: reach.entropy, label: t.uniform }] : []}
        cursor={dk}
      />
    </Canvas>
  );
}

/** The eight weights of one scaling; each key is named by its score. */
function Panel({ run, scaling, x }: { run: Run; scaling: Scaling; x: number }) {
  const kind = kinds[scaling];
  const bars = run.weights[scaling].map((value, j) => ({
    label: fixed(1)(run.row[j]!),
    parts: [{ kind, value }],
    note: fixed(2)(value),
  }));
  return (
    <g>
      <Label x={x} y={10} text={t.panels[scaling]} bold colour={textOf(kind)} />
      <Label x={x} y={32} text="$q·k$" size={fontSize.small} colour={muted} />
      <Bars x={x} y={42} width={PANEL} height={PANELS_HEIGHT - 42} bars={bars} domain={[0, 1.28]} axis={false} />
    </g>
  );
}
