import { Arrow, CurvedArrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted } from '#draw/palette.ts';
import { words } from './words.zh.ts';

const it = words.indexOf('它');
const LEFT = 96;
const STEP = (columnWidth - LEFT) / words.length;
const centre = (j: number) => LEFT + (j + 0.5) * STEP;
const BOX = { width: 50, height: 28 };
const RECURRENT = 62;
const ATTENTION = 236;

/** From the first word to the pronoun: step by step along a recurrence, in one step by attention. */
export default function PathLength() {
  return (
    <Canvas
      id="path-length"
      height={268}
      label="同一句话：RNN 里信息从“小猫”走到“它”要五步，注意力只要一步"
      minWidth={600}
    >
      <Recurrent />
      <Attention />
    </Canvas>
  );
}

function Words({ y }: { y: number }) {
  return (
    <g>
      {words.map((word, j) => {
        const ends = j === 0 || j === it;
        return (
          <g key={word}>
            <Mark
              kind={ends ? 'accent' : 'neutral'}
              tone={ends ? 'tint' : 'solid'}
              x={centre(j) - BOX.width / 2}
              y={y - BOX.height / 2}
              width={BOX.width}
              height={BOX.height}
              radius={2}
            />
            <Label x={centre(j)} y={y} text={word} anchor="middle" />
          </g>
        );
      })}
    </g>
  );
}

/** The arrows of the walk are numbered; state j must wait for state j − 1. */
function Recurrent() {
  return (
    <g>
      <Label x={0} y={RECURRENT} text="RNN" bold />
      <Words y={RECURRENT} />
      {words.slice(1).map((word, j) => (
        <g key={word}>
          <Arrow
            from={[centre(j) + BOX.width / 2 + 1, RECURRENT]}
            to={[centre(j + 1) - BOX.width / 2 - 1, RECURRENT]}
            kind={j < it ? 'accent' : 'muted'}
            weight={j < it ? 2 : 1.25}
          />
          {j < it && (
            <Label
              x={(centre(j) + centre(j + 1)) / 2}
              y={RECURRENT - 26}
              text={`第 ${j + 1} 步`}
              size={fontSize.small}
              anchor="middle"
              colour={muted}
            />
          )}
        </g>
      ))}
      <Label
        x={centre(0) - BOX.width / 2}
        y={RECURRENT + 32}
        text="每一步都要等上一步，句子多长就排多长的队"
        size={fontSize.small}
        colour={muted}
      />
    </g>
  );
}

function Attention() {
  const top = ATTENTION - BOX.height / 2 - 2;
  const arc = (j: number, rise: number) =>
    [
      [centre(j), top],
      [centre(j), top - rise],
      [centre(it), top - rise],
      [centre(it), top],
    ] as const;
  return (
    <g>
      <Label x={0} y={ATTENTION} text="自注意力" bold />
      {words.map((word, j) =>
        j === it ? null : (
          <CurvedArrow
            key={word}
            curve={arc(j, 18 + 12 * Math.abs(it - j))}
            kind={j === 0 ? 'accent' : 'muted'}
            weight={j === 0 ? 2 : 1}
          />
        ),
      )}
      <Words y={ATTENTION} />
      <Label
        x={(centre(0) + centre(it)) / 2 - 60}
        y={top - 66}
        text="一步"
        size={fontSize.small}
        anchor="middle"
        halo
      />
    </g>
  );
}
