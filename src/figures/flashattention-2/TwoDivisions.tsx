import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Gantt, ganttHeight, type GanttLane } from '#draw/Gantt.tsx';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { itemKind, muted } from '#draw/palette.ts';
import { makespan, perHead, perRowBlock, place, type ThreadBlock } from '#mechanisms/attention/thread-blocks.ts';

const launch = { heads: 2, side: 4 };
const SMS = 8;
const CELL = 24;
const LABELS = 26;
const HEAD = LABELS + 4 * CELL + 12;
const LANES = SMS * 18;
const STEP = LANES + 46;
const names = ['A', 'B'];

const divisions = [
  { title: 'FlashAttention：一个 head 是一个 thread block', blocks: perHead(launch), cut: false },
  { title: 'FlashAttention-2：一个 head 的一块行是一个 thread block', blocks: perRowBlock(launch), cut: true },
].map((division) => {
  const placements = place(division.blocks, SMS);
  return { ...division, placements, end: makespan(placements) };
});
const END = Math.max(...divisions.map(({ end }) => end));

const nameOf = ({ head, part }: ThreadBlock, cut: boolean) => `${names[head]}${cut ? part + 1 : ''}`;

function lanesOf({ placements, cut }: (typeof divisions)[number]): GanttLane[] {
  return Array.from({ length: SMS }, (_, sm) => ({
    label: `SM ${sm + 1}`,
    intervals: placements
      .filter((one) => one.sm === sm)
      .map(({ block, start, end }) => ({ start, end, kind: itemKind(block.head), label: nameOf(block, cut) })),
  }));
}

/** Two heads of 4×4 tiles on eight SMs: which tiles a thread block takes, and when it runs. */
export default function TwoDivisions() {
  const label = '时间（一格是一小块分数）';
  const axis = ganttHeight({ lanes: [], label });
  const square = Array.from({ length: launch.side }, () => Array<number>(launch.side).fill(1));
  return (
    <Canvas
      id="two-divisions"
      height={divisions.length * STEP + axis}
      label={`两个 head 在八个 SM 上：按 head 分，用 ${divisions[0]!.end} 格时间；按行块分，用 ${divisions[1]!.end} 格`}
    >
      {divisions.map((division, d) => {
        const y = d * STEP;
        const last = d === divisions.length - 1;
        return (
          <g key={division.title}>
            <Label x={0} y={y + 11} text={division.title} bold />
            {names.map((name, head) => (
              <g key={name}>
                <Label x={head * HEAD + LABELS} y={y + 40} text={`head ${name}`} size={fontSize.small} colour={muted} />
                <Grid
                  values={square}
                  x={head * HEAD}
                  y={y + 50}
                  width={LABELS + launch.side * CELL}
                  cell={CELL}
                  kindOf={() => itemKind(head)}
                  rowLabels={square.map((_, i) =>
                    division.cut ? nameOf({ head, part: i, tiles: 0 }, true) : i === 0 ? name : '',
                  )}
                  {...(division.cut && { blocks: { rows: 1 } })}
                />
              </g>
            ))}
            <Gantt
              x={276}
              y={y + 24}
              width={columnWidth - 276}
              height={last ? LANES + axis + 6 : LANES}
              lanes={lanesOf(division)}
              end={END}
              axis={last}
              showIdle={!division.cut}
              {...(last && { label })}
              references={[{ value: division.end, label: '', kind: 'accent' }]}
            />
            {division.cut && (
              <Label x={460} y={y + 24 + LANES / 2} text={`第 ${division.end} 格，全部算完`} size={fontSize.small} />
            )}
          </g>
        );
      })}
    </Canvas>
  );
}
