import type { VNode } from 'preact';
import { Axis, bottomAxisHeight } from '#draw/Axis.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { colourOf, muted } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { textWidth } from '#draw/text.ts';
import { rectPath } from '#figures/serving/RequestLanes.tsx';
import { schedulerNames } from '#figures/serving/words.zh.ts';
import type { Scheduler } from '#mechanisms/serving/race.ts';
import { levels, runs } from './setting.ts';

const shown: readonly Scheduler[] = ['orca', 'sarathiServe'];
const times = linearScale([0, Math.max(...shown.map((name) => levels[name].makespan))], [44, columnWidth - 12]);
const most = 4500;
const plotHeight = 110;
const step = plotHeight + 58;
const axisLabel = '时间（ms）';

/** Every iteration as a rectangle, as wide as it lasts and as high as it holds tokens. */
export default function StepSizes(): VNode {
  const bottom = shown.length * step - 8;
  return (
    <Canvas
      id="step-sizes"
      height={bottom + bottomAxisHeight(axisLabel)}
      label="Orca 与 Sarathi-Serve 每一步的 token 数和时长"
    >
      {shown.map((name, i) => (
        <Steps key={name} name={name} y={i * step} />
      ))}
      <Axis
        scale={times}
        side="bottom"
        at={bottom}
        format={(seconds) => String(Math.round(seconds * 1e3))}
        label={axisLabel}
      />
    </Canvas>
  );
}

function Steps({ name, y }: { name: Scheduler; y: number }): VNode {
  const bottom = y + step - 8;
  const up = linearScale([0, most], [bottom, bottom - plotHeight]);
  const steps = runs[name].iterations.map(({ start, end, entries }) => ({
    start,
    end,
    tokens: entries.reduce((sum, { tokens }) => sum + tokens, 0),
  }));
  const rects = steps.map(({ start, end, tokens }) =>
    rectPath({
      x: times.at(start),
      y: up.at(tokens),
      width: times.at(end) - times.at(start) - 1,
      height: bottom - up.at(tokens),
    }),
  );
  const large = steps.filter(({ tokens }) => tokens > most / 4);
  return (
    <g>
      <Label x={0} y={y + 16} text={schedulerNames[name]} bold />
      <Label
        x={textWidth(schedulerNames[name]) + 22}
        y={y + 16}
        text="每一步的 token 数"
        size={fontSize.small}
        colour={muted}
      />
      <Axis scale={up} side="left" at={times.range[0]} ticks={[0, 2000, 4000]} grid={times.range[1] - times.range[0]} />
      <path data-part="steps" d={rects.join('')} fill={colourOf('compute')} />
      {large.map(({ start, end, tokens }) => (
        <Label
          key={start}
          x={(times.at(start) + times.at(end)) / 2}
          y={up.at(tokens) - 9}
          text={String(tokens)}
          size={fontSize.small}
          anchor="middle"
          halo
        />
      ))}
    </g>
  );
}
