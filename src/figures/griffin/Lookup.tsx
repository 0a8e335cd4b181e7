import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { colourOf, muted, textOf } from '#draw/palette.ts';
import { channelOf, readStates, readWindow, writeStates } from '#mechanisms/recurrence/phone-book.ts';
import { book, D, letters, w } from './setting.ts';

const LEFT = 100;
const STEP = 42;
const TOKEN = { y: 26, height: 28 };
const HEAT = { y: 74, row: 28 };
const STATE = { y: 160, row: 27 };
const ANSWER = LEFT + (book.length + 1) * STEP + 12;
const column = (t: number) => LEFT + t * STEP;

const asked = ['D', 'A'].map((letter) => letters.indexOf(letter));
const readings = readWindow(book, asked, w);
const { h } = writeStates(book, D);
const answers = readStates(
  book,
  Array.from(letters, (_, name) => name),
  D,
);
const firstSeen = book.length + 1 - w;

/** The hero: one phone book through a window and through six states, and which questions each can answer. */
export default function Lookup() {
  return (
    <Canvas
      id="griffin-lookup"
      height={STATE.y + D * STATE.row + 36}
      minWidth={600}
      label="九条电话本先后读入：窗口里的五条由局部注意力看原文，更早的只剩在六个通道的状态里"
    >
      <Tokens />
      <Window />
      <States />
      <Legend
        x={LEFT}
        y={STATE.y + D * STATE.row + 10}
        width={columnWidth - LEFT}
        keys={[
          { kind: 'accent', label: '写入' },
          { kind: 'accent', tone: 'tint', label: '保持' },
          { kind: 'ink', label: '写入，盖掉了别人' },
        ]}
      />
    </Canvas>
  );
}

function Tokens() {
  const right = column(book.length + 1) - 3;
  return (
    <g>
      <Label x={0} y={TOKEN.y + TOKEN.height / 2} text="电话本" bold />
      <Label
        x={(LEFT + column(firstSeen)) / 2}
        y={9}
        text="窗口外"
        anchor="middle"
        size={fontSize.small}
        colour={muted}
      />
      <Label
        x={(column(firstSeen) + right) / 2}
        y={9}
        text={`窗口：最近 ${w} 个 token`}
        anchor="middle"
        size={fontSize.small}
        colour={textOf('kv')}
      />
      <path d={`M${column(firstSeen)} 24V19H${right}V24`} fill="none" stroke={colourOf('kv')} stroke-width={1.5} />
      {[...book.map(({ name, digit }) => `${letters[name]!} ${digit}`), '问？'].map((label, t) => {
        const box = { x: column(t), y: TOKEN.y, width: STEP - 3, height: TOKEN.height };
        const look =
          t < firstSeen ? ({ kind: 'muted', tone: 'ghost' } as const) : ({ kind: 'kv', tone: 'tint' } as const);
        return (
          <g key={t}>
            <Mark {...look} {...box} radius={2} />
            <MarkLabel {...look} {...box} size={fontSize.base} label={label} />
          </g>
        );
      })}
    </g>
  );
}

/** Attention weights of two questions. */
function Window() {
  const notes = [`对，答 ${readings[0]!.digit ?? ''}`, '没找到'];
  return (
    <g>
      <Label x={0} y={HEAT.y + HEAT.row} text={'局部注意力\n的权重'} bold />
      <Grid
        x={LEFT}
        y={HEAT.y}
        width={STEP * (book.length + 1)}
        height={HEAT.row * asked.length}
        cell={STEP}
        values={readings.map(({ weights }) => weights)}
        masked={(_, t) => t < firstSeen}
        format={fixed(0)}
        domain={[0, 1]}
      />
      {asked.map((name, q) => (
        <g key={name}>
          <Label x={LEFT - 8} y={HEAT.y + (q + 0.5) * HEAT.row} text={letters[name]!} anchor="end" colour={muted} />
          <Label x={ANSWER} y={HEAT.y + (q + 0.5) * HEAT.row} text={`问 ${letters[name]!}：${notes[q]!}`} />
        </g>
      ))}
    </g>
  );
}

/** Six channels after each entry, and what they say of A and B. */
function States() {
  const names = Array.from({ length: D }, (_, d) => `${letters[d]!}、${letters[d + D]!}`);
  return (
    <g>
      <Label x={0} y={STATE.y + (D * STATE.row) / 2} text={'RG-LRU\n六个通道'} bold />
      {names.map((name, d) => (
        <Label key={d} x={LEFT - 8} y={STATE.y + (d + 0.5) * STATE.row} text={name} anchor="end" colour={muted} />
      ))}
      {h.map((states, t) => states.map((value, d) => <State key={`${t}.${d}`} t={t} d={d} value={value} />))}
      {['A', 'B'].map((letter) => {
        const name = letters.indexOf(letter);
        const right = book.find((entry) => entry.name === name)?.digit === answers[name];
        return (
          <Label
            key={letter}
            x={ANSWER - STEP}
            y={STATE.y + (channelOf(name, D) + 0.5) * STATE.row}
            text={`问 ${letter}：${right ? '对' : '错'}，答 ${answers[name]!}`}
            colour={right ? undefined : textOf('fault')}
          />
        );
      })}
    </g>
  );
}

function State({ t, d, value }: { t: number; d: number; value: number }) {
  const box = { x: column(t), y: STATE.y + d * STATE.row, width: STEP - 3, height: STATE.row - 3 };
  const before = Math.round(h[t - 1]?.[d] ?? 0);
  const written = channelOf(book[t]!.name, D) === d;
  const overwritten = written && before > 0;
  if (Math.round(value) === 0)
    return (
      <path d={`M${box.x + 8} ${box.y + box.height / 2}h${box.width - 16}`} stroke={muted} stroke-opacity={0.35} />
    );
  const look = { kind: overwritten ? 'ink' : 'accent', tone: written ? 'solid' : 'tint' } as const;
  return (
    <g>
      <Mark {...look} {...box} />
      <MarkLabel
        {...look}
        {...box}
        label={overwritten ? `${before}→${Math.round(value)}` : String(Math.round(value))}
      />
    </g>
  );
}
