import type { VNode } from 'preact';
import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted } from '#draw/palette.ts';
import { Slots } from '#draw/Slots.tsx';
import { shortKey, texts } from './setting.ts';
import { words } from './words.zh.ts';

const left = 62;
const width = 116;
const step = 148;
const row = 128;
const known = new Set(texts[0]!.map(({ key }) => key));

/** Two prompts, their blocks, and keys that hang on one another. */
export default function ChainedKeys(): VNode {
  return (
    <Canvas id="chained-keys" height={2 * row - 30} minWidth={560} label="两份 prompt 的块和它们的键">
      {texts.map((blocks, i) => (
        <g key={i}>
          <Label x={0} y={i * row + 16} text={words.prompt(i)} />
          <Label x={0} y={i * row + 79} text={words.key} colour={muted} />
          {blocks.map(({ key, characters }, j) => {
            const x = left + j * step;
            const shared = i === 1 && known.has(key);
            const box = { x: x + 24, y: i * row + 66, width: width - 48, height: 26 };
            const look = { kind: shared ? 'kv' : 'muted', tone: shared ? 'solid' : 'tint' } as const;
            return (
              <g key={j}>
                <Slots
                  slots={characters.map((label) => ({ label }))}
                  kind={shared ? 'kv' : 'muted'}
                  rect={{ x, y: i * row, width, height: 32 }}
                />
                <Arrow from={[x + width / 2, i * row + 34]} to={[x + width / 2, i * row + 63]} />
                {j > 0 && <Arrow from={[x - step + width - 22, i * row + 79]} to={[x + 21, i * row + 79]} />}
                <Mark {...look} {...box} radius={3} />
                <MarkLabel {...look} {...box} label={shortKey(key)} />
              </g>
            );
          })}
        </g>
      ))}
    </Canvas>
  );
}
