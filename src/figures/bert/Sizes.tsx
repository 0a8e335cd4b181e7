import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { sizes } from './setting.ts';
import { millions } from './setting.ts';
import { words } from './words.zh.ts';

const kinds = { embedding: 'item-1', attention: 'item-2', ffn: 'item-3', rest: 'item-6' } as const;
const part = (kind: keyof typeof kinds, value: number) => ({
  kind: kinds[kind],
  value: value / 1e6,
  label: millions(value),
});

const props: BarsProps = {
  bars: sizes.map(({ name, groups, total }) => ({
    label: name,
    parts: [
      part('embedding', groups.embedding),
      part('attention', groups.attention),
      part('ffn', groups.ffn),
      part('rest', groups.norm + groups.pooler),
    ],
    note: `${millions(total)}M`,
  })),
  keys: (Object.keys(kinds) as (keyof typeof kinds)[]).map((name) => ({ kind: kinds[name], label: words.size[name] })),
  label: 'M',
  axis: false,
};

/** Where the parameters of the two models stand. */
export default function Sizes() {
  return (
    <Canvas id="bert-sizes" height={barsHeight(props)} label="BERT BASE 与 LARGE 的参数分在哪里">
      <Bars {...props} />
    </Canvas>
  );
}
