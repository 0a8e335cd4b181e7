import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { coreFactor, storedTensors } from '#mechanisms/training-memory/activation-memory.ts';
import { models } from './setting.ts';
import { kindOf, regions, tensorNames } from './words.zh.ts';

const factor = coreFactor(models['175B']);
const bars: Bar[] = storedTensors.map(({ name, region, bytes }) => ({
  label: tensorNames[name]!,
  parts: [{ kind: kindOf(region), value: region === 'core' ? bytes * factor : bytes }],
}));
const props: BarsProps = {
  bars,
  axis: false,
  keys: regions.map(({ name, kind }) => ({ label: name, kind })),
  label: '每层保存的字节数，以 $sbh$ 为单位',
  height: storedTensors.length * 25 + 56,
};

/** Every tensor that a layer of GPT-3 keeps for its backward pass, in the order in which they arise. */
export default function LayerLedger() {
  return (
    <Canvas id="layer-ledger" height={props.height ?? barsHeight(props)} label="GPT-3 一层为反向保存的十四个张量">
      <Bars {...props} />
    </Canvas>
  );
}
