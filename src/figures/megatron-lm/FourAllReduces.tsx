import { Arrow } from '#draw/Arrow.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, shade, textOf, type Kind } from '#draw/palette.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { tensorParallel } from '#mechanisms/parallelism/conjugate-operators.ts';
import { TensorParallelGroup, type Pass } from '#mechanisms/parallelism/tensor-parallel-group.ts';

type Place = 'norm' | 'enter' | 'block' | 'leave' | 'add';
const widths: Record<Place, number> = { norm: 36, enter: 68, block: 78, leave: 68, add: 36 };
const places: readonly Place[] = ['norm', 'enter', 'block', 'leave', 'add'];
const GAP = 8;
const ROW: Record<Pass, number> = { forward: 62, backward: 150 };
const HEIGHT = 34;

/** Left edge and width of each stop along the layer, attention first. */
const stops = ['注意力', 'MLP']
  .flatMap((block) => places.map((place) => ({ block, place })))
  .reduce<{ block: string; place: Place; x: number }[]>((laid, stop) => {
    const last = laid.at(-1);
    return [...laid, { ...stop, x: last === undefined ? 0 : last.x + widths[last.place] + GAP }];
  }, []);
const end = stops.at(-1)!.x + widths.add;

/** Whether an operator sends anything in this pass: it is run once on two ranks, and the log is read. */
function sends(place: 'enter' | 'leave', pass: Pass): boolean {
  const group = new TensorParallelGroup(2);
  const parts = [Matrix.of([[1]]), Matrix.of([[2]])];
  tensorParallel[place][pass](parts, group);
  return group.calls.length > 0;
}

/** One layer there and back: each operator communicates in one of the two passes only, four times in all. */
export default function FourAllReduces() {
  return (
    <Canvas
      id="four-all-reduces"
      width={end}
      height={222}
      label="一层的前向与反向，四次 all-reduce 的位置"
      minWidth={600}
    >
      {stops
        .filter(({ place }) => place === 'block')
        .map(({ block, x }) => (
          <rect key={block} x={x - GAP / 2} y={30} width={widths.block + GAP} height={164} fill={shade} />
        ))}
      <Row pass="forward" title="前向 →" />
      <Row pass="backward" title="← 反向" />
      <Label
        x={0}
        y={210}
        text="灰底：每张卡只算自己那一份　其余：每张卡重复算一遍"
        size={fontSize.small}
        colour={muted}
      />
    </Canvas>
  );
}

function Row({ pass, title }: { pass: Pass; title: string }) {
  const y = ROW[pass];
  const mid = y + HEIGHT / 2;
  return (
    <g>
      <Label x={0} y={y - 16} text={title} bold />
      {stops.map(({ block, place, x }, i) => {
        const next = stops[i + 1];
        const [from, to] = [x + widths[place] + 1, (next?.x ?? 0) - 1];
        return (
          <g key={`${block}${place}`}>
            <Stop block={block} place={place} pass={pass} x={x} />
            {next &&
              (pass === 'forward' ? (
                <Arrow from={[from, mid]} to={[to, mid]} weight={0.75} />
              ) : (
                <Arrow from={[to, mid]} to={[from, mid]} weight={0.75} />
              ))}
          </g>
        );
      })}
    </g>
  );
}

function Stop({ block, place, pass, x }: { block: string; place: Place; pass: Pass; x: number }) {
  const rect = { x, y: ROW[pass], width: widths[place], height: HEIGHT };
  const operator = place === 'enter' || place === 'leave';
  const communicates = operator && sends(place, pass);
  const kind: Kind = communicates ? 'communication' : place === 'block' ? 'compute' : 'neutral';
  const label = { norm: 'LN', enter: '恒等', block, leave: '恒等', add: '残差' }[place];
  return (
    <g>
      <Mark {...rect} kind={kind} tone={operator && !communicates ? 'ghost' : 'solid'} radius={2} />
      <MarkLabel
        {...rect}
        kind={kind}
        tone={operator && !communicates ? 'ghost' : 'solid'}
        label={communicates ? 'all-reduce' : label}
      />
      {operator && pass === 'forward' && (
        <Label
          x={x + widths[place] / 2}
          y={16}
          text={place === 'enter' ? '$f$' : '$g$'}
          size={fontSize.large}
          anchor="middle"
          colour={textOf('communication')}
        />
      )}
    </g>
  );
}
