import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { layerActivations, type Keeping } from '#mechanisms/training-memory/activation-memory.ts';
import { keepings, models } from './setting.ts';
import { regions } from './words.zh.ts';

const rows: readonly [name: string, keeping: Keeping][] = [
  ['张量并行', keepings.tensor],
  ['加序列并行', keepings.sequence],
  ['加选择性重算', keepings.selective],
  ['两样都加', keepings.both],
  ['整层重算', keepings.full],
];
const bars: Bar[] = rows.map(([label, keeping]) => {
  const held = layerActivations(models['175B'], keeping);
  return { label, parts: regions.map(({ region, kind }) => ({ kind, value: held[region] })) };
});
const props: BarsProps = {
  bars,
  keys: regions.map(({ name, kind }) => ({ label: name, kind })),
  label: '每层每卡的激活，以 $sbh$ 字节为单位',
  format: (value) => fixed(Number.isInteger(value) ? 0 : 2)(value),
};

/** Table 2 for GPT-3 on eight ranks: which of the three regions each technique shortens. */
export default function FiveWays() {
  return (
    <Canvas id="five-ways" height={barsHeight(props)} label="GPT-3、八路张量并行：五种做法下每层每卡的激活">
      <Bars {...props} />
    </Canvas>
  );
}
