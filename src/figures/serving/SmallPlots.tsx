import type { VNode } from 'preact';
import { columnWidth } from '#draw/frame.ts';
import { Lines, type LinesProps } from '#draw/Lines.tsx';

export interface SmallPlotsProps {
  plots: readonly Pick<LinesProps, 'series' | 'xAxis' | 'yAxis' | 'references' | 'cursor'>[];
  y?: number;
  width?: number;
  height: number;
}

const gap = 22;

/** Plots side by side: several consequences of one quantity. */
export function SmallPlots({ plots, y = 0, width = columnWidth, height }: SmallPlotsProps): VNode {
  const each = (width - gap * (plots.length - 1)) / plots.length;
  return (
    <g>
      {plots.map((plot, i) => (
        <Lines key={i} x={i * (each + gap)} y={y} width={each} height={height} {...plot} />
      ))}
    </g>
  );
}
