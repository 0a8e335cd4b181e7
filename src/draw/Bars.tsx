import type { VNode } from 'preact';
import { Axis } from './Axis.tsx';
import {
  barsLayout,
  labelGap,
  placeParts,
  total,
  type Bar,
  type BarsLayout,
  type BarsProps,
  type PlacedPart,
} from './bars-layout.ts';
import { formatNumber, type Format } from './format.ts';
import { columnWidth, fontSize, round, type Rect } from './frame.ts';
import { Label } from './Label.tsx';
import { Legend } from './Legend.tsx';
import { Mark } from './Mark.tsx';
import { MarkLabel } from './MarkLabel.tsx';
import { colourOf, muted, textOf, type Kind } from './palette.ts';
import { textWidth } from './text.ts';

export { barsHeight, type Bar, type BarPart, type BarsProps } from './bars-layout.ts';

/** Stacked or grouped bars, level or upright, each labelled at its end. Bars begin at zero. */
export function Bars(props: BarsProps): VNode {
  const {
    bars,
    references = [],
    keys,
    axis = true,
    label,
    format = formatNumber,
    x = 0,
    y = 0,
    width = columnWidth,
    arrangement = 'stacked',
  } = props;
  const layout = barsLayout(props);
  const placed = bars.map((bar, i) => placeParts(layout, bar, i, arrangement));
  const { plot, values, vertical } = layout;
  return (
    <g>
      {keys && <Legend keys={keys} x={x} y={y} width={width} />}
      {axis && (
        <Axis
          scale={values}
          side={vertical ? 'left' : 'bottom'}
          at={vertical ? plot.x : plot.y + plot.height}
          grid={vertical ? plot.width : plot.height}
          format={format}
          label={label}
          rule={false}
        />
      )}
      {placed.map((parts, i) => (
        <g key={i} data-bar={i}>
          <Label {...(vertical ? below(layout, i) : before(layout, i))} text={bars[i]!.label} />
          {parts.map((one, i) => (
            <PartMark key={i} {...one} vertical={vertical} />
          ))}
        </g>
      ))}
      <path data-part="zero" d={zeroLine(layout)} stroke={muted} fill="none" />
      {references.map(({ value, label: text, kind = 'accent' }) => (
        <Reference key={text} at={values.at(value)} text={text} kind={kind} layout={layout} />
      ))}
      {placed.map((parts, i) => (
        <BarValues
          key={i}
          bar={bars[i]!}
          parts={parts}
          layout={layout}
          format={format}
          grouped={arrangement === 'grouped'}
        />
      ))}
    </g>
  );
}

const below = ({ plot, bands }: BarsLayout, i: number) =>
  ({ x: bands.centre(i), y: plot.y + plot.height + 14, anchor: 'middle' }) as const;
const before = ({ plot, bands }: BarsLayout, i: number) =>
  ({ x: plot.x - labelGap, y: bands.centre(i), anchor: 'end' }) as const;

function PartMark({ part, rect, vertical }: PlacedPart & { vertical: boolean }): VNode {
  const { kind, tone, label } = part;
  return (
    <g data-part="part">
      <Mark kind={kind} tone={tone} {...inner(rect, vertical)} />
      {label !== undefined && <MarkLabel {...rect} kind={kind} tone={tone} label={label} />}
    </g>
  );
}

interface BarValuesProps {
  bar: Bar;
  parts: readonly PlacedPart[];
  layout: BarsLayout;
  format: Format;
  grouped: boolean;
}

/** The total at a stacked bar's end, or each value at its bar's, above the reference lines that they may cross. */
function BarValues({ bar, parts, layout, format, grouped }: BarValuesProps): VNode {
  const { values, vertical } = layout;
  const place = (value: number, { x, y, width, height }: Rect) =>
    vertical
      ? ({ x: x + width / 2, y: values.at(value) - 5, anchor: 'middle', align: 'bottom' } as const)
      : ({ x: values.at(value) + 6, y: y + height / 2 } as const);
  const last = parts.at(-1);
  const shown = grouped
    ? parts.map(({ end, rect }) => ({
        text: format(end),
        at: place(Math.max(0, end), rect),
        room: vertical ? rect.width + 8 : Infinity,
      }))
    : last
      ? [{ text: bar.note ?? format(total(bar)), at: place(Math.max(0, last.end), last.rect), room: Infinity }]
      : [];
  return (
    <g>
      {shown.map(({ text, at, room }, i) =>
        textWidth(text, fontSize.small) <= room ? (
          <Label key={i} {...at} text={text} size={fontSize.small} halo />
        ) : null,
      )}
    </g>
  );
}

/** A hair of paper between stacked parts, where a part is long enough to spare it. */
function inner(rect: Rect, vertical: boolean): Rect {
  if (vertical) return rect.height > 4 ? { ...rect, y: rect.y + 1, height: rect.height - 1 } : rect;
  return rect.width > 4 ? { ...rect, width: rect.width - 1 } : rect;
}

function zeroLine({ plot, values, vertical }: BarsLayout): string {
  const zero = round(values.at(0));
  return vertical
    ? `M${round(plot.x)} ${zero}L${round(plot.x + plot.width)} ${zero}`
    : `M${zero} ${round(plot.y)}L${zero} ${round(plot.y + plot.height)}`;
}

function Reference({ at, text, kind, layout }: { at: number; text: string; kind: Kind; layout: BarsLayout }): VNode {
  const { plot, vertical } = layout;
  const p = round(at);
  const d = vertical
    ? `M${round(plot.x)} ${p}L${round(plot.x + plot.width)} ${p}`
    : `M${p} ${round(plot.y - 4)}L${p} ${round(plot.y + plot.height)}`;
  return (
    <g>
      <path
        data-part="reference"
        d={d}
        stroke={colourOf(kind)}
        stroke-width={1.25}
        stroke-dasharray="5 3"
        fill="none"
      />
      {vertical ? (
        <Label
          x={plot.x + plot.width}
          y={at - 9}
          text={text}
          size={fontSize.small}
          anchor="end"
          colour={textOf(kind)}
          halo
        />
      ) : (
        <Label
          x={Math.min(at, plot.x + plot.width - textWidth(text, fontSize.small) / 2)}
          y={plot.y - 13}
          text={text}
          size={fontSize.small}
          anchor="middle"
          colour={textOf(kind)}
        />
      )}
    </g>
  );
}
