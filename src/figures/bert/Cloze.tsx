import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, textOf, type Kind } from '#draw/palette.ts';
import type { Fate } from '#mechanisms/pre-training/masking.ts';
import { cloze, story } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 74;
const STEP = (columnWidth - LEFT) / story.segments.filter((segment) => segment === 0).length;
const CELL = { width: STEP - 4, height: 30 };
const PANEL = 168;
const kinds: Record<Fate, Kind> = { mask: 'accent', random: 'item-4', keep: 'item-2' };
const panels = [0, 1].map((sentence) => story.segments.flatMap((segment, i) => (segment === sentence ? [i] : [])));

/** The hero: a text, what the model reads of it, and the three words that it is asked for. */
export default function Cloze() {
  return (
    <Canvas id="cloze" height={2 * PANEL - 8} label="一段 20 个 token 的文字被做成三道填空题" minWidth={600}>
      {panels.map((positions, sentence) => (
        <Panel key={sentence} positions={positions} sentence={sentence} y={sentence * PANEL} />
      ))}
    </Canvas>
  );
}

function Panel({ positions, sentence, y }: { positions: readonly number[]; sentence: number; y: number }) {
  const rows = [
    { text: words.rows.original, y: y + 41 },
    { text: words.rows.input, y: y + 81 },
    { text: words.rows.question, y: y + 121 },
  ];
  return (
    <g>
      <Label x={LEFT} y={y + 10} text={words.sentence[sentence]!} bold />
      {rows.map(({ text, y: middle }) => (
        <Label key={text} x={LEFT - 10} y={middle} text={text} size={fontSize.small} anchor="end" colour={muted} />
      ))}
      {positions.map((position, column) => (
        <Token key={position} position={position} x={LEFT + column * STEP} y={y + 26} />
      ))}
    </g>
  );
}

function Token({ position, x, y }: { position: number; x: number; y: number }) {
  const target = cloze.targets.find((one) => one.position === position);
  const centre = x + CELL.width / 2;
  const kind = target ? kinds[target.fate] : 'neutral';
  const tone = target ? 'solid' : 'tint';
  const box = { x, y: y + 40, ...CELL };
  return (
    <g>
      <Label x={centre} y={y + 15} text={story.tokens[position]!} anchor="middle" colour={target ? undefined : muted} />
      <Mark kind={kind} tone={tone} radius={2} {...box} />
      <MarkLabel kind={kind} tone={tone} label={cloze.input[position]!} {...box} />
      {target && (
        <g>
          <Label x={centre} y={y + 95} text={target.original} anchor="middle" colour={textOf(kind)} bold />
          <Label
            x={centre}
            y={y + 114}
            text={words.fate[target.fate]}
            size={fontSize.small}
            anchor="middle"
            colour={textOf(kind)}
          />
        </g>
      )}
    </g>
  );
}
