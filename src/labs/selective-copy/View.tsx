import { GateStrip } from '#figures/mamba/GateStrip.tsx';
import { colourNames, task } from '#figures/mamba/setting.ts';
import { TokenStrip } from '#figures/mamba/TokenStrip.tsx';
import { cell, gutter, kindOf, left } from '#figures/mamba/track.ts';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed, formatPercent } from '#draw/format.ts';
import { columnWidth, fontSize, round } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { colourOf, muted, textOf } from '#draw/palette.ts';
import { RampKey } from '#draw/RampKey.tsx';
import type { ModelRun, Reading, Run } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const TOP = 38;
const GATE = { y: 22, height: 24 };
const STATE = { y: 54, height: 96 };
const READ = { y: 158, height: 42 };
const PANEL = 216;
const SLOT = (columnWidth - gutter) / task.K;
const SQUARE = 20;

/** One strip through both models, step by step: their gates, their states, and what can be read from them now. */
export function View({ result }: { result: Run }) {
  const { strip, step, selective, constant, peak } = result;
  const { data, noise } = selective.delta;
  return (
    <Canvas id="selective-copy" height={TOP + 2 * PANEL + 22} label={t.label} minWidth={600}>
      <Label x={0} y={9} text={t.input} />
      <TokenStrip strip={strip} y={0} read={step} />
      <Panel y={TOP} title={t.selective(String(data), String(noise))} model={selective} peak={peak} />
      <Panel y={TOP + PANEL} title={t.constant(String(data))} model={constant} peak={peak} />
      <Playhead step={step} />
      <RampKey x={gutter} y={TOP + 2 * PANEL} domain={[0, peak]} label={t.heat} format={fixed(2)} />
    </Canvas>
  );
}

interface PanelProps {
  y: number;
  title: string;
  model: ModelRun;
  peak: number;
}

function Panel({ y, title, model, peak }: PanelProps) {
  const row = STATE.height / task.colours;
  return (
    <g>
      <Label x={0} y={y + 8} text={title} bold />
      <Label x={columnWidth} y={y + 8} text={t.average(formatPercent(model.average, 2))} anchor="end" />
      <Label x={0} y={y + GATE.y + GATE.height / 2} text={t.gate} />
      <GateStrip gates={model.gates} y={y + GATE.y} height={GATE.height} />
      <Label x={0} y={y + STATE.y + STATE.height / 2} text={t.state} />
      {colourNames.map((name, i) => (
        <Label
          key={name}
          x={gutter - 6}
          y={y + STATE.y + (i + 0.5) * row}
          text={name}
          anchor="end"
          size={fontSize.small}
          colour={textOf(kindOf(i + 1))}
        />
      ))}
      <Grid
        values={model.heat}
        x={gutter}
        y={y + STATE.y}
        width={cell * task.L}
        height={STATE.height}
        domain={[0, peak]}
        blocks={{ rows: task.K }}
      />
      <Label x={0} y={y + READ.y + READ.height / 2} text={t.read} />
      {model.readings.map((reading, k) => (
        <Answer key={k} reading={reading} x={gutter + k * SLOT} y={y + READ.y} />
      ))}
    </g>
  );
}

/** What one read-out answers, and whether it is right. */
function Answer({ reading: { ago, truth, answer }, x, y }: { reading: Reading; x: number; y: number }) {
  const square = { x, y: y + 20, width: SQUARE, height: SQUARE };
  const right = truth === answer;
  return (
    <g>
      <Label x={x} y={y + 8} text={t.ago[ago]!} size={fontSize.small} colour={muted} />
      {truth === undefined ? (
        <Label x={x} y={y + 30} text={t.none} size={fontSize.small} colour={muted} />
      ) : (
        <>
          <Mark kind={kindOf(answer)} tone={right ? 'solid' : 'tint'} {...square} />
          <MarkLabel
            kind={kindOf(answer)}
            tone={right ? 'solid' : 'tint'}
            {...square}
            label={colourNames[answer - 1]!}
          />
          <Label
            x={x + SQUARE + 7}
            y={y + 30}
            text={right ? t.right : t.wrong(colourNames[truth - 1]!)}
            colour={right ? undefined : textOf('fault')}
            bold={!right}
          />
        </>
      )}
    </g>
  );
}

/** The token just read, through the strip, the gates and the states. */
function Playhead({ step }: { step: number }) {
  const stretches = [
    [-2, cell + 1],
    ...[0, 1].map((panel) => [TOP + panel * PANEL + GATE.y - 3, TOP + panel * PANEL + STATE.y + STATE.height + 2]),
  ];
  const d = stretches.map(
    ([from, to]) => `M${round(left(step))} ${from}H${round(left(step + 1))}V${to}H${round(left(step))}Z`,
  );
  return <path d={d.join('')} stroke={colourOf('ink')} stroke-width={1.25} fill="none" />;
}
