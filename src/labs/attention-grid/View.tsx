import { Canvas } from '#draw/Canvas.tsx';
import { height } from './layout.ts';
import { OneRow } from './OneRow.tsx';
import type { Run } from '#figures/attention-is-all-you-need/one-head.ts';
import { text } from './text.zh.ts';
import { Whole } from './Whole.tsx';

export interface Props {
  run: Run;
  query: number;
  stage: number;
  onQuery(row: number): void;
}

/** The five steps of one query, key by key; under them the whole matrix of the present step and the outputs. */
export function View(props: Props) {
  return (
    <Canvas id="attention-grid" height={height} label={text.view.label} minWidth={600}>
      <OneRow {...props} />
      <Whole {...props} />
    </Canvas>
  );
}
