import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { line, muted, textOf } from '#draw/palette.ts';
import { wordsReaching } from '#mechanisms/pre-training/information-flow.ts';
import { schemes, target } from './setting.ts';
import { words } from './words.zh.ts';

const sentence = ['小猫', '喝', '了', '牛奶'] as const;
const n = sentence.length;
const LAYERS = 2;
const LEFT = 50;
const GAP = 14;
const PANEL = (columnWidth - LEFT - 2 * GAP) / schemes.length;
const NODE = { width: 45, height: 26 };
const levelY = (level: number) => 226 - level * 74;

/** Three ways to ask for the last word, and whether it finds its way to the place that must guess it. */
export default function SeesItself() {
  return (
    <Canvas id="sees-itself" height={286} label="三种做法里，“牛奶”能不能流到猜“牛奶”的地方" minWidth={600}>
      {words.levels.map((name, level) => (
        <Label
          key={name}
          x={LEFT - 10}
          y={levelY(level)}
          text={name}
          size={fontSize.small}
          anchor="end"
          colour={muted}
        />
      ))}
      {schemes.map((scheme, i) => (
        <Panel key={scheme.name} scheme={scheme} x={LEFT + i * (PANEL + GAP)} />
      ))}
    </Canvas>
  );
}

function Panel({ scheme, x }: { scheme: (typeof schemes)[number]; x: number }) {
  const { name, mask, hidden, guesser } = scheme;
  const centre = (i: number) => x + ((i + 0.5) * PANEL) / n;
  const holds = (level: number, i: number) => wordsReaching(mask, n, level, hidden)[i]![target]!;
  const leaks = holds(LAYERS, guesser);
  const edges = [1, 2].flatMap((level) =>
    sentence.flatMap((_, i) =>
      sentence.flatMap((__, via) => {
        const onPath = leaks && holds(level - 1, via) && reaches(scheme, level, i);
        return mask(i, via) ? [{ level, i, via, onPath }] : [];
      }),
    ),
  );
  return (
    <g>
      <Label x={x + PANEL / 2} y={10} text={words.schemes[name]} anchor="middle" bold />
      {edges
        .filter(({ onPath }) => !onPath)
        .map(({ level, i, via }) => (
          <path
            key={`${level}${i}${via}`}
            d={`M${centre(via)} ${levelY(level - 1) - 13}L${centre(i)} ${levelY(level) + 13}`}
            stroke={line}
            fill="none"
          />
        ))}
      {edges
        .filter(({ onPath }) => onPath)
        .map(({ level, i, via }) => (
          <Arrow
            key={`${level}${i}${via}`}
            from={[centre(via), levelY(level - 1) - 13]}
            to={[centre(i), levelY(level) + 13]}
            kind="fault"
            weight={1.75}
          />
        ))}
      {[0, 1, 2].map((level) =>
        sentence.map((word, i) => {
          const isHidden = level === 0 && (hidden as readonly number[]).includes(i);
          const tainted = leaks && holds(level, i) && reaches(scheme, level, i);
          const y = levelY(level);
          return (
            <g key={`${level}${i}`}>
              <Mark
                kind={tainted ? 'fault' : 'neutral'}
                tone={isHidden ? 'ghost' : 'tint'}
                radius={2}
                x={centre(i) - NODE.width / 2}
                y={y - NODE.height / 2}
                {...NODE}
              />
              {level === 0 && (
                <Label
                  x={centre(i)}
                  y={y}
                  text={isHidden ? words.hidden : word}
                  size={fontSize.small}
                  anchor="middle"
                />
              )}
            </g>
          );
        }),
      )}
      <Label
        x={Math.min(centre(guesser), x + PANEL - 24)}
        y={levelY(LAYERS) - 25}
        text={words.guesses(sentence[target])}
        size={fontSize.small}
        anchor="middle"
        colour={textOf(leaks ? 'fault' : 'ink')}
      />
      <Label
        x={x + PANEL / 2}
        y={268}
        text={leaks ? words.verdict.leak : words.verdict.safe}
        anchor="middle"
        colour={textOf(leaks ? 'fault' : 'ink')}
        bold
      />
    </g>
  );
}

/** Whether what stands at (level, i) still reaches the guesser in the layers that are left. */
function reaches({ mask, guesser }: (typeof schemes)[number], level: number, i: number): boolean {
  return wordsReaching(mask, n, LAYERS - level)[guesser]![i]!;
}
