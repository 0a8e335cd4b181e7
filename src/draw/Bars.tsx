import type { VNode } from 'preact';
import { Axis } from './Axis.tsx';
import { barsLayout, labelGap, rectOf, total, type Bar, type BarsLayout, type BarsProps } from './bars-layout.ts';
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
  } = props;
  const layout = barsLayout(props);
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
      {bars.map((bar, i) => (
        <BarMarks
          key={i}
          bar={bar}
          index={i}
          layout={layout}
          format={format}
          grouped={props.arrangement === 'grouped'}
        />
      ))}
      <path data-part="zero" d={zeroLine(layout)} stroke={muted} fill="none" />
      {references.map(({ value, label: text, kind = 'accent' }) => (
        <Reference key={text} at={values.at(value)} text={text} kind={kind} layout={layout} />
      ))}
    </g>
  );
}

interface BarMarksProps {
  bar: Bar;
  index: number;
  layout: BarsLayout;
  format: Format;
  grouped: boolean;
}

function BarMarks({ bar, index, layout, format, grouped }: BarMarksProps): VNode {
  const { bands, values, vertical, plot } = layout;
  const share = grouped ? bands.width / Math.max(1, bar.parts.length) : bands.width;
  let reached = 0;
  const placed = bar.parts.map((part, i) => {
    const from = grouped ? 0 : reached;
    reached = from + part.value;
    return {
      part,
      end: reached,
      rect: rectOf(layout, from, reached, bands.at(index) + (grouped ? i * share : 0), grouped ? share - 2 : share),
    };
  });
  const end = (value: number, across: number, text: string) =>
    vertical ? (
      <Label x={across} y={values.at(value) - 5} text={text} size={fontSize.small} anchor="middle" align="bottom" halo />
    ) : (
      <Label x={values.at(value) + 6} y={across} text={text} size={fontSize.small} halo />
    );
  return (
    <g>
      {vertical ? (
        <Label x={bands.centre(index)} y={plot.y + plot.height + 14} text={bar.label} anchor="middle" />
      ) : (
        <Label x={plot.x - labelGap} y={bands.centre(index)} text={bar.label} anchor="end" />
      )}
      {placed.map(({ part, rect, end: value }, i) => (
        <g key={i}>
          <Mark kind={part.kind} tone={part.tone} {...inner(rect, vertical)} />
          {part.label !== undefined && <MarkLabel {...rect} kind={part.kind} tone={part.tone} label={part.label} />}
          {grouped && end(value, vertical ? rect.x + rect.width / 2 : rect.y + rect.height / 2, format(value))}
        </g>
      ))}
      {!grouped && end(Math.max(0, reached), bands.centre(index), bar.note ?? format(total(bar)))}
      {grouped && bar.note !== undefined && end(Math.max(...placed.map((p) => p.end)), bands.centre(index), bar.note)}
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
