import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { M, wrappedInto } from './setting.ts';
import { words } from './words.zh.ts';

const props: BarsProps = {
  keys: [
    { kind: 'parameters', label: words.shards },
    { kind: 'parameters', tone: 'tint', label: words.gathered },
  ],
  label: words.elements,
  references: [{ value: M, label: words.model(M), kind: 'muted' }],
  bars: [1, 2, 4, 8].map((N) => {
    const { shards, gathered, collectives } = wrappedInto(N);
    return {
      label: words.wrapped(N, collectives),
      parts: [
        { kind: 'parameters' as const, value: shards, label: String(shards) },
        { kind: 'parameters' as const, tone: 'tint' as const, value: gathered, label: String(gathered) },
      ],
    };
  }),
};

/** Eight layers wrapped into 1 to 8 units: the peak of parameters, measured in a real step, against the collectives. */
export default function Wrapping() {
  const height = barsHeight(props);
  return (
    <Canvas
      id="fsdp-wrapping"
      height={height}
      label="八层模型包成 1、2、4、8 个单元时，一张卡上参数的峰值与通信次数"
      minWidth={600}
    >
      <Bars {...props} height={height} />
    </Canvas>
  );
}
