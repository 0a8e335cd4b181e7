import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { itemKind, muted, textOf } from '#draw/palette.ts';
import { bestPlan, mlpGraph } from '#mechanisms/parallelism/operator-graph.ts';
import { shardingSpecs, specName, type Mesh } from '#mechanisms/parallelism/sharding-spec.ts';
import type { Stage } from '#mechanisms/pipeline/stage-slicing.ts';
import { HeldTile } from './HeldTile.tsx';
import { cluster, sliced, stageOfCard, works } from './pipeline.ts';
import { words } from './words.zh.ts';

const UNIT = 17.5;
const LEFT = 66;
const LAYERS = 28;
const CARD = { y: 138, step: 70, width: 58, height: 40, gap: 20 };
const LOWER = 206;
const ROWS = { A: { y: 226, width: 52, height: 26 }, B: { y: 262, width: 26, height: 52 } };
const SPECS = 330;

/** Where layer `layer` begins, and where card `card` does: machines side by side. */
const startOf = (layer: number): number => LEFT + UNIT * works.slice(0, layer).reduce((sum, work) => sum + work, 0);
const cardX = (card: number): number => LEFT + card * CARD.step + Math.floor(card / cluster[1]) * CARD.gap;

/** The hero: layers cut into stages, cards dealt to stages, and the weights of an MLP cut among the cards of a stage. */
export default function TwoLevels() {
  return (
    <Canvas
      id="alpa-two-levels"
      height={SPECS + 14}
      label="八层切成三段，八张卡切成三块网格，每段里的权重再切到这一段的卡上"
      minWidth={600}
    >
      <Label x={0} y={9} text={words.upper} bold />
      <Label x={0} y={LAYERS + 15} text={words.model} colour={muted} />
      {sliced.stages.map((stage, i) => (
        <Run key={i} stage={stage} index={i} />
      ))}
      {Array.from({ length: cluster[0] }, (_, machine) => (
        <Label
          key={machine}
          x={cardX(machine * cluster[1])}
          y={CARD.y - 12}
          text={words.machine(machine)}
          size={fontSize.small}
          colour={muted}
        />
      ))}
      <Label x={0} y={LOWER} text={words.lower} bold />
      <Label x={0} y={ROWS.A.y + ROWS.A.height / 2} text="$A$" colour={muted} />
      <Label x={0} y={ROWS.B.y + ROWS.B.height / 2} text="$B$" colour={muted} />
      {sliced.stages.map((stage, i) => (
        <Cards key={i} stage={stage} index={i} />
      ))}
    </Canvas>
  );
}

/** The cards of a stage, and the middle of the row that they form. */
function cardsOf(index: number) {
  const cards = stageOfCard.flatMap((owner, card) => (owner === index ? [card] : []));
  return { cards, middle: (cardX(cards[0]!) + cardX(cards.at(-1)!) + CARD.width) / 2 };
}

/** The layers of a stage, its time, and an arrow to its cards. */
function Run({ stage: { first, last, t }, index }: { stage: Stage; index: number }) {
  const [from, to] = [startOf(first), startOf(last + 1) - 2];
  const [kind, middle] = [itemKind(index), (from + to) / 2];
  return (
    <g>
      {works.slice(first, last + 1).map((work, i) => {
        const area = { x: startOf(first + i), y: LAYERS, width: work * UNIT - 2, height: 30 };
        return (
          <g key={i}>
            <Mark kind={kind} tone="tint" {...area} />
            <MarkLabel kind={kind} tone="tint" label={formatNumber(work)} {...area} />
          </g>
        );
      })}
      <path d={`M${from} ${LAYERS + 35}v6H${to}v-6`} fill="none" stroke={textOf(kind)} stroke-width={1.25} />
      <Label x={middle} y={LAYERS + 54} text={words.stageTime(index, t)} anchor="middle" colour={textOf(kind)} bold />
      <Arrow from={[middle, LAYERS + 66]} to={[cardsOf(index).middle, CARD.y - 5]} kind={kind} />
    </g>
  );
}

/** The cards of a stage as a mesh of one row, and the part of each weight that each of them holds. */
function Cards({ stage, index }: { stage: Stage; index: number }) {
  const mesh: Mesh = { shape: stage.submesh, bandwidth: [1, 1] };
  const specs = new Map(shardingSpecs(2, mesh).map((spec) => [specName(spec), spec]));
  const plan = bestPlan(mlpGraph(8, 8), mesh);
  const layout = (name: string): string => plan.steps.find((step) => step.name === name)!.output;
  const { cards, middle } = cardsOf(index);
  return (
    <g>
      {cards.map((card, column) => {
        const area = { x: cardX(card), y: CARD.y, width: CARD.width, height: CARD.height };
        return (
          <g key={card}>
            <Mark kind={itemKind(index)} {...area} radius={2} />
            <MarkLabel kind={itemKind(index)} label={words.stage(index)} {...area} />
            {(['A', 'B'] as const).map((name) => (
              <HeldTile
                key={name}
                spec={specs.get(layout(name))!}
                mesh={mesh}
                device={[0, column]}
                kind={itemKind(index)}
                x={area.x + (CARD.width - ROWS[name].width) / 2}
                y={ROWS[name].y}
                width={ROWS[name].width}
                height={ROWS[name].height}
              />
            ))}
          </g>
        );
      })}
      <Label
        x={middle}
        y={SPECS}
        text={words.layouts(layout('A'), layout('B'))}
        size={fontSize.small}
        anchor="middle"
        colour={textOf(itemKind(index))}
      />
    </g>
  );
}
