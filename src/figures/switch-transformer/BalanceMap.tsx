import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { markerPath, markers } from '#draw/markers.ts';
import { colourOf, itemKind, line, muted, textOf } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { topTwo } from '#mechanisms/moe/top-two-gating.ts';
import { cloud, stages } from './setting.ts';
import { words } from './words.zh.ts';

const GAP = 14;
const SIDE = (columnWidth - 2 * GAP) / 3;
const TOP = 24;
const EXTENT = [Math.min(...cloud.toRows().flat()), Math.max(...cloud.toRows().flat())] as const;

/** Which expert each token of a cloud goes to while the router learns to share evenly: before, half way, after. */
export default function BalanceMap() {
  return (
    <Canvas
      id="balance-map"
      height={TOP + SIDE + 46}
      label="只用均衡损失训练路由器：开始、20 步、100 步时各 token 的去处"
      minWidth={600}
    >
      {stages.map((stage, i) => (
        <Panel key={stage.step} stage={stage} x={i * (SIDE + GAP)} />
      ))}
    </Canvas>
  );
}

function Panel({ stage: { step, p, loads }, x }: { stage: (typeof stages)[number]; x: number }) {
  const across = linearScale(EXTENT, [x + 6, x + SIDE - 6]);
  const up = linearScale(EXTENT, [TOP + SIDE - 6, TOP + 6]);
  return (
    <g>
      <Label x={x} y={9} text={words.step(step)} bold />
      <rect x={x} y={TOP} width={SIDE} height={SIDE} fill="none" stroke={line} />
      <path d={`M${across.at(0)} ${TOP}V${TOP + SIDE}M${x} ${up.at(0)}H${x + SIDE}`} stroke={line} fill="none" />
      {cloud.toRows().map(([a, b], t) => {
        const e = topTwo(p.row(t)).e1;
        return <path key={t} d={markerPath(markers[e]!, [across.at(a!), up.at(b!)], 3)} fill={colourOf(itemKind(e))} />;
      })}
      {loads.map((load, e) => (
        <Share
          key={e}
          e={e}
          share={formatPercent(load / cloud.rows, 2)}
          x={x + (e % 2) * (SIDE / 2)}
          y={TOP + SIDE + 14 + Math.floor(e / 2) * 19}
        />
      ))}
    </g>
  );
}

function Share({ e, share, x, y }: { e: number; share: string; x: number; y: number }) {
  return (
    <g>
      <path d={markerPath(markers[e]!, [x + 6, y], 4)} fill={colourOf(itemKind(e))} stroke={muted} stroke-width={0.5} />
      <Label x={x + 16} y={y} text={words.share(e, share)} size={fontSize.small} colour={textOf(itemKind(e))} />
    </g>
  );
}
