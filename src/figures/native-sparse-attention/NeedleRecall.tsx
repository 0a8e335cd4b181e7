import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { chance, needleWidths, recalls } from './setting.ts';

const props: BarsProps = {
  bars: needleWidths.map((width, i) => ({
    label: `目标长 ${width}`,
    parts: [{ kind: 'accent', value: recalls[i]! }],
  })),
  domain: [0, 1],
  format: (value) => formatPercent(value, 2),
  references: [{ value: chance, label: `乱猜 ${formatPercent(chance, 2)}`, kind: 'ink' }],
  label: '目标所在的块被选中的比例',
};

/** How often the block of a needle is chosen when φ is the mean. */
export default function NeedleRecall() {
  return (
    <Canvas id="needle-recall" height={barsHeight(props)} label="目标长 1、2、4、8 个 token 时，所在的块被选中的比例">
      <Bars {...props} />
    </Canvas>
  );
}
