import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { totalReads } from '#mechanisms/attention/nsa-reads.ts';
import { lengths, readsAt, speedupAt } from './setting.ts';

const props: BarsProps = {
  bars: lengths.map((s) => {
    const { cmp, slc, win } = readsAt(s);
    return {
      label: `${s / 1024}k`,
      parts: [
        { kind: 'muted', value: cmp, label: String(cmp) },
        { kind: 'accent', value: slc, label: String(slc) },
        { kind: 'k', value: win, label: String(win) },
      ],
      note: `${totalReads(readsAt(s))}，预期快 ${speedupAt(s).toFixed(1)} 倍`,
    };
  }),
  keys: [
    { kind: 'muted', label: '压缩' },
    { kind: 'accent', label: '选块' },
    { kind: 'k', label: '滑窗' },
  ],
  label: '每个 decode 步要读的 token 数',
};

/** What a decoding step reads, by branch. */
export default function TokensRead() {
  return (
    <Canvas id="tokens-read" height={barsHeight(props)} label="四种缓存长度下每步要读的 token 数，按分支">
      <Bars {...props} />
    </Canvas>
  );
}
