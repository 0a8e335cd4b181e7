import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { flash1Tile, flash2Tile, price, type TileOperations } from '#mechanisms/attention/tile-operations.ts';
import { block } from './setting.ts';

const bar = (label: string, { matmul, softmax, rescaling }: TileOperations): Bar => ({
  label,
  parts: [
    { kind: 'compute', value: 1, label: '两次矩阵乘法' },
    { kind: 'muted', value: (price * softmax) / matmul },
    { kind: 'accent', value: (price * rescaling) / matmul },
  ],
});

const props: BarsProps = {
  bars: [64, 128].flatMap((d) => {
    const tile = { Br: block, Bc: block, d };
    return [bar(`FlashAttention，d = ${d}`, flash1Tile(tile)), bar(`FlashAttention-2，d = ${d}`, flash2Tile(tile))];
  }),
  keys: [
    { kind: 'compute', label: '矩阵乘法' },
    { kind: 'muted', label: 'softmax 本身' },
    { kind: 'accent', label: '换基准、归一化' },
  ],
  format: (value) => formatPercent(value),
  label: '算一小块的时间，以其中的矩阵乘法为 100%',
};

/** The arithmetic of one tile in time: matrix products at 312 TFLOP/s, the rest at 19.5. */
export default function TileTime() {
  return (
    <Canvas id="tile-time" height={barsHeight(props)} label="算一小块分数的时间，按运算种类分">
      <Bars {...props} />
    </Canvas>
  );
}
