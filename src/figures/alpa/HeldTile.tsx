import type { Rect } from '#draw/frame.ts';
import { Mark } from '#draw/Mark.tsx';
import type { Kind } from '#draw/palette.ts';
import { tileOf, type Mesh, type ShardingSpec } from '#mechanisms/parallelism/sharding-spec.ts';

export interface HeldTileProps extends Rect {
  spec: ShardingSpec;
  mesh: Mesh;
  device: readonly [number, number];
  kind: Kind;
}

/** A matrix as an empty outline, and in it the part that one device holds. */
export function HeldTile({ spec, mesh, device, kind, ...area }: HeldTileProps) {
  const [n0, n1] = mesh.shape;
  const whole = n0 * n1; // divides evenly under every spec
  const [rows, columns] = tileOf(spec, [whole, whole], mesh, device);
  const [row, column] = [area.height / whole, area.width / whole];
  return (
    <g>
      <Mark kind="muted" tone="ghost" {...area} />
      <Mark
        kind={kind}
        x={area.x + columns!.start * column}
        y={area.y + rows!.start * row}
        width={(columns!.end - columns!.start) * column}
        height={(rows!.end - rows!.start) * row}
      />
    </g>
  );
}
