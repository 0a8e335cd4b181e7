import type { VNode } from 'preact';
import { Axis } from './Axis.tsx';
import type { AxisOptions, Plot } from './plot.ts';

export interface AxesProps {
  plot: Plot;
  xAxis?: AxisOptions | undefined;
  yAxis?: AxisOptions | undefined;
  /** Hairlines from the ticks of the x axis too. */
  gridX?: boolean | undefined;
}

/** The two axes of a plot, with level hairlines. */
export function Axes({ plot, xAxis = {}, yAxis = {}, gridX = false }: AxesProps): VNode {
  const { box, across, up } = plot;
  return (
    <g>
      <Axis
        scale={up}
        side="left"
        at={box.x}
        grid={box.width}
        format={yAxis.format}
        label={yAxis.label}
        ticks={yAxis.ticks}
      />
      <Axis
        scale={across}
        side="bottom"
        at={box.y + box.height}
        grid={gridX ? box.height : 0}
        format={xAxis.format}
        label={xAxis.label}
        ticks={xAxis.ticks}
      />
    </g>
  );
}
