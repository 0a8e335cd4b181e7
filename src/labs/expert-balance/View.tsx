import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { columnWidth } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Lines } from '#draw/Lines.tsx';
import { markerPath, markers } from '#draw/markers.ts';
import { colourOf, itemKind, line } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { steps, type Run, type State } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const SIDE = 282;
const TOP = 24;
const RIGHT = SIDE + 34;
const LINES = { y: TOP + SIDE + 44, height: 250 };
/** Tokens farther out than this are not drawn: of 240, at the greatest skew, none is. */
const REACH = 4.4;
const keys = [
  { kind: 'item-1', label: t.seated },
  { kind: 'fault', tone: 'tint', label: t.dropped },
  { kind: 'idle', label: t.empty },
] as const;

/** Where the tokens go, who finds a seat, and how the shares move as the router is trained. */
export function View({ state, result }: { state: State; result: Run }) {
  const { experts, C, shares } = result;
  const longest = Math.max(C, ...experts.map(({ load }) => load));
  return (
    <Canvas id="expert-balance" height={LINES.y + LINES.height} label={t.label} minWidth={600}>
      <Label x={0} y={9} text={t.cloud} bold />
      <Cloud {...result} />
      <Label x={RIGHT} y={9} text={t.seats(C)} bold />
      <Bars
        x={RIGHT}
        y={TOP}
        width={columnWidth - RIGHT}
        height={SIDE}
        axis={false}
        domain={[0, longest * 1.16]}
        keys={keys}
        references={[{ value: C, label: t.capacity }]}
        bars={experts.map(({ load, seated, empty }, e) => ({
          label: t.expert(e),
          parts: [
            { kind: itemKind(e), value: seated },
            { kind: 'fault', tone: 'tint', value: load - seated },
            { kind: 'idle', value: empty },
          ],
          note: String(load),
        }))}
      />
      <Lines
        y={LINES.y}
        height={LINES.height}
        series={shares.map((points, e) => ({ label: t.expert(e), kind: itemKind(e), points, marker: 'none' }))}
        xAxis={{ label: t.step, domain: [0, steps], ticks: [0, 20, 40, 60, 80, 100, 120] }}
        yAxis={{
          label: t.share,
          domain: [0, 0.8],
          ticks: [0, 0.25, 0.5, 0.75],
          format: (share) => formatPercent(share),
        }}
        references={[{ axis: 'y', value: 0.25, label: '' }]}
        cursor={state.step}
      />
    </Canvas>
  );
}

/** Every token at its place, marked as its expert; hollow where it found no seat. */
function Cloud({ cloud, choices, dropped }: Run) {
  const across = linearScale([-REACH, REACH], [0, SIDE]);
  const up = linearScale([-REACH, REACH], [TOP + SIDE, TOP]);
  return (
    <g>
      <rect x={0.5} y={TOP} width={SIDE} height={SIDE} fill="none" stroke={line} />
      <path d={`M${across.at(0)} ${TOP}V${TOP + SIDE}M0 ${up.at(0)}H${SIDE}`} stroke={line} fill="none" />
      {choices.map((e, token) => {
        const d = markerPath(markers[e]!, [across.at(cloud.at(token, 0)), up.at(cloud.at(token, 1))], 3.4);
        return dropped.has(token) ? (
          <path key={token} d={d} fill="none" stroke={colourOf(itemKind(e))} stroke-width={1} />
        ) : (
          <path key={token} d={d} fill={colourOf(itemKind(e))} />
        );
      })}
    </g>
  );
}
