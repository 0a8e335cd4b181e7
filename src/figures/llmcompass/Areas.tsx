import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import type { DieArea } from '#mechanisms/hardware/area.ts';
import { areas } from './setting.ts';

const keys = [
  { kind: 'compute', label: '核' },
  { kind: 'item-2', label: '交叉开关' },
  { kind: 'item-3', label: '全局缓存' },
  { kind: 'item-4', label: '显存接口' },
  { kind: 'communication', label: 'NVLink' },
] as const;
const parts = ({ cores, crossbar, globalBuffer, memoryInterface, links }: DieArea) =>
  [cores, crossbar, globalBuffer, memoryInterface, links].map((value, i) => ({ kind: keys[i]!.kind, value }));

const props: BarsProps = {
  bars: [
    { label: 'GA100', parts: parts(areas.ga100) },
    { label: '延迟型', parts: parts(areas.latency) },
    { label: '吞吐型', parts: parts(areas.throughput) },
  ],
  keys,
  label: '芯片面积（mm²，7 nm）',
  format: (value) => String(Math.round(value)),
};

/** The dies of the baseline and of both proposals, part by part. */
export default function Areas(): VNode {
  return (
    <Canvas id="areas" height={barsHeight(props)} label="三种设计的芯片面积">
      <Bars {...props} />
    </Canvas>
  );
}
