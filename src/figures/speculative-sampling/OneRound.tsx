import type { VNode } from 'preact';
import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { fixed } from '#draw/format.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, textOf, type Kind } from '#draw/palette.ts';
import { acceptance } from '#mechanisms/decoding/modified-rejection.ts';
import { K, run } from './setting.ts';
import { tokens } from './weather.ts';

const round = run[0]!;
const left = 84;
const column = (columnWidth - left) / (K + 1);
const box = { width: 62, height: 34 };
const rows = { draft: 22, target: 92, examine: 160, output: 266 };
const centre = (t: number): number => left + (t + 0.5) * column;
const middle = (row: number): number => row + box.height / 2;

interface TokenProps {
  t: number;
  row: number;
  id: number;
  kind: Kind;
  tone?: 'solid' | 'tint' | 'ghost';
}

function Token({ t, row, id, kind, tone = 'solid' }: TokenProps): VNode {
  const look = { x: centre(t) - box.width / 2, y: row, ...box, kind, tone };
  return (
    <g>
      <Mark {...look} radius={3} />
      <MarkLabel {...look} label={tokens[id]!} size={fontSize.large} />
    </g>
  );
}

/** What the examination of position t finds: the two probabilities, the chance of being kept, the draw. */
function Verdict({ t }: { t: number }): VNode {
  const x = round.proposed[t]!;
  const [p, q] = [round.p[t]!, round.q[t]!];
  const examined = t < round.r.length;
  const kept = t < round.accepted;
  const lines = [
    { text: `$p$ = ${fixed(1)(p[x]!)}，$q$ = ${fixed(1)(q[x]!)}`, colour: muted },
    { text: `接受概率 ${fixed(2)(acceptance(p, q, x))}`, colour: muted },
    { text: `抽到 $r$ = ${fixed(2)(round.r[t] ?? 0)}`, colour: muted },
    { text: kept ? '接受' : '拒绝', colour: textOf(kept ? 'item-2' : 'fault') },
  ];
  if (!examined) return <Label x={centre(t)} y={rows.examine + 40} text="不再看" anchor="middle" colour={muted} />;
  return (
    <g>
      {lines.map(({ text, colour }, i) => (
        <Label
          key={i}
          x={centre(t)}
          y={rows.examine + 8 + i * 20}
          text={text}
          size={i === 3 ? fontSize.base : fontSize.small}
          anchor="middle"
          colour={colour}
          bold={i === 3}
        />
      ))}
    </g>
  );
}

/** One round of speculative sampling, as it was drawn: proposals, one call of the target, verdicts, what comes out. */
export default function OneRound(): VNode {
  const positions = [...round.proposed.keys()];
  const last = round.accepted;
  return (
    <Canvas id="one-round" height={322} label="投机采样的一轮：提议、打分、验收、输出">
      <Label x={0} y={middle(rows.draft)} text={'草稿模型\n串行 4 次'} />
      {positions.map((t) => (
        <g key={t}>
          <Token t={t} row={rows.draft} id={round.proposed[t]!} kind="item-1" tone="tint" />
          {t > 0 && (
            <Arrow
              from={[centre(t - 1) + box.width / 2 + 3, middle(rows.draft)]}
              to={[centre(t) - box.width / 2 - 3, middle(rows.draft)]}
            />
          )}
          <Arrow from={[centre(t), rows.draft + box.height + 3]} to={[centre(t), rows.target - 3]} />
        </g>
      ))}
      <Label x={0} y={middle(rows.target)} text={'目标模型\n并行 1 次'} />
      <Mark kind="item-4" x={left + 8} y={rows.target} width={columnWidth - left - 16} height={box.height} radius={3} />
      {round.q.map((_, t) => (
        <MarkLabel
          key={t}
          kind="item-4"
          x={centre(t) - column / 2}
          y={rows.target}
          width={column}
          height={box.height}
          label={`$q_${t + 1}$`}
          size={fontSize.large}
        />
      ))}
      <Label x={0} y={rows.examine + 38} text={'从左到右\n验收'} />
      {positions.map((t) => (
        <Verdict key={t} t={t} />
      ))}
      <Label x={centre(K)} y={rows.examine + 40} text={'全部接受时\n才用得上'} anchor="middle" colour={muted} />
      <Label x={0} y={middle(rows.output)} text={`输出\n${round.tokens.length} 个 token`} />
      {round.tokens.map((id, t) => (
        <Token key={t} t={t} row={rows.output} id={id} kind={t < last ? 'item-1' : 'item-4'} />
      ))}
      {positions.slice(round.tokens.length).map((t) => (
        <Token key={t} t={t} row={rows.output} id={round.proposed[t]!} kind="muted" tone="ghost" />
      ))}
      <Label
        x={centre(last)}
        y={rows.output + box.height + 12}
        text={`从 $q_${last + 1}−p_${last + 1}$ 的正部补`}
        size={fontSize.small}
        anchor="middle"
        colour={textOf('item-4')}
      />
      <Label
        x={centre(K - 1)}
        y={rows.output + box.height + 12}
        text="作废"
        size={fontSize.small}
        anchor="middle"
        colour={muted}
      />
    </Canvas>
  );
}
