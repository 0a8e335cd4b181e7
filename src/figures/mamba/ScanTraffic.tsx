import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatBinaryBytes } from '#draw/format.ts';
import { bytes, moved, traffic } from './memory.ts';

const bar = (label: string, { read, written }: typeof traffic.fused) => ({
  label,
  parts: [
    { kind: 'communication' as const, value: read * bytes },
    { kind: 'communication' as const, value: written * bytes, tone: 'tint' as const },
  ],
  note: formatBinaryBytes(moved({ read, written })),
});

const props: BarsProps = {
  bars: [bar('三个内核，状态进出 HBM', traffic.unfused), bar('一个融合内核', traffic.fused)],
  format: (value) => formatBinaryBytes(value),
  axis: false,
  keys: [
    { kind: 'communication', label: '读 HBM' },
    { kind: 'communication', tone: 'tint', label: '写 HBM' },
  ],
};

/** Bytes between HBM and SRAM in the forward pass of a selective scan, written the standard way and fused. */
export default function ScanTraffic() {
  return (
    <Canvas id="mamba-traffic" height={barsHeight(props)} label="选择性扫描一次前向在 HBM 与 SRAM 之间搬运的字节">
      <Bars {...props} />
    </Canvas>
  );
}
