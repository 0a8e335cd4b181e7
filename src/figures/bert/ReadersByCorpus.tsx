import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { readerNames, type ReaderName } from '#mechanisms/pre-training/cloze-counts.ts';
import type { Kind } from '#draw/palette.ts';
import { corpusSizes, learned } from './setting.ts';
import { words } from './words.zh.ts';

const kinds: Record<ReaderName, Kind> = { left: 'item-1', right: 'item-4', joined: 'ink', both: 'accent' };

/** Perplexity of the four readers after counting so many sentences. */
export default function ReadersByCorpus() {
  return (
    <Canvas id="readers-by-corpus" height={300} label="四种读者的困惑度随语料增大而下降">
      <Lines
        height={300}
        series={readerNames.map((name) => ({
          label: words.world.readers[name],
          kind: kinds[name],
          points: learned.map(({ size, mean }) => [size, mean[name]] as const),
        }))}
        xAxis={{ scale: 'log2', label: words.corpus.x, ticks: corpusSizes }}
        yAxis={{ label: words.corpus.y, domain: [1, 9], ticks: [1, 3, 5, 7, 9] }}
      />
    </Canvas>
  );
}
