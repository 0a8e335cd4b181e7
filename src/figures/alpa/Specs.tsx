import { Canvas } from '#draw/Canvas.tsx';
import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { itemKind, muted } from '#draw/palette.ts';
import { localShare, shardingSpecs, specName } from '#mechanisms/parallelism/sharding-spec.ts';
import { HeldTile } from './HeldTile.tsx';
import { mesh } from './mlp.ts';
import { words } from './words.zh.ts';

const SIDE = 36;
const GAP = 10;
const COLUMN = 152;
const ROW = 2 * SIDE + GAP + 62;
const LEFT = 56;
const WIDTH = LEFT + 2 * COLUMN + 2 * SIDE + GAP + 6;

/** From whole copies to quarters: what each of the four devices holds under the nine specs of a matrix. */
const order = ['RR', 'S0R', 'RS0', 'S1R', 'RS1', 'S0S1', 'S1S0', 'S01R', 'RS01'];
const all = shardingSpecs(2, mesh);
const specs = order.map((name) => all.find((spec) => specName(spec) === name)!);

/** The nine layouts of a matrix on a 2 × 2 mesh. */
export default function Specs() {
  return (
    <Canvas
      id="alpa-specs"
      width={WIDTH}
      height={3 * ROW - 16}
      label="一个矩阵在 2×2 网格上的九种布局，每种画出四张卡各存哪一块"
    >
      {specs.map((spec, i) => {
        const [x, y] = [(i % 3) * COLUMN + LEFT, Math.floor(i / 3) * ROW];
        return (
          <g key={specName(spec)}>
            <Label
              x={x + SIDE + GAP / 2}
              y={y + 10}
              text={words.spec(specName(spec))}
              size={fontSize.large}
              anchor="middle"
            />
            <Label
              x={x + SIDE + GAP / 2}
              y={y + 28}
              text={words.share(1 / localShare(spec, mesh))}
              size={fontSize.small}
              anchor="middle"
              colour={muted}
            />
            {devices.map(([row, column]) => (
              <HeldTile
                key={`${row}${column}`}
                spec={spec}
                mesh={mesh}
                device={[row, column]}
                kind={itemKind(row * 2 + column)}
                x={x + column * (SIDE + GAP)}
                y={y + 40 + row * (SIDE + GAP)}
                width={SIDE}
                height={SIDE}
              />
            ))}
            {i % 3 === 0 &&
              [0, 1].map((machine) => (
                <Label
                  key={machine}
                  x={x - 10}
                  y={y + 40 + SIDE / 2 + machine * (SIDE + GAP)}
                  text={words.machine(machine)}
                  size={fontSize.small}
                  anchor="end"
                  colour={muted}
                />
              ))}
          </g>
        );
      })}
    </Canvas>
  );
}

const devices = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
