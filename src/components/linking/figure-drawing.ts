import { embeddedFaces } from './embedded-faces.ts';
import { standaloneSvg } from './standalone-svg.ts';
import { textLines, type TextLine } from './text-lines.ts';

/** A figure as one picture that needs nothing else: no stylesheet, no font, no page around it. */
export interface FigureDrawing {
  svg: SVGSVGElement;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** CSS pixels: around the picture, the tallest empty band inside it, the credit line's type. */
const MARGIN = 16;
const GAP = 28;
const CREDIT_SIZE = 11;

/** Parts of a figure that are no part of its picture. */
const LEFT_OUT = '.lab-controls, .lab-tools, .lab-simplified, details, .link-menu, .katex-mathml, script';

/**
 * Draws a figure as it stands on the page, in the theme of the page: its SVGs, and every line of text around them
 * (headings, tables, caption) where it stands, closed up where controls are left out, with `credit` below.
 */
export async function drawFigure(figure: HTMLElement, credit: string): Promise<FigureDrawing> {
  const pictures = [...figure.querySelectorAll('svg')].filter((svg) => !svg.closest(LEFT_OUT));
  const lines = textLines(figure, `svg, ${LEFT_OUT}`);
  const boxes = [...pictures.map((picture) => picture.getBoundingClientRect()), ...lines.map(({ rect }) => rect)];
  const left = Math.min(...boxes.map((box) => box.left));
  const down = closedUp(boxes);
  const place = ({ x, y }: DOMRect) => ({ x: x - left + MARGIN, y: down(y) + MARGIN });
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left + 2 * MARGIN);
  const bottom = Math.max(...boxes.map((box) => down(box.y) + box.height));
  const height = Math.ceil(bottom + 2 * MARGIN + 2 * CREDIT_SIZE);

  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(
    element('rect', { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }),
    ...pictures.map((picture) => standaloneSvg(picture, place(picture.getBoundingClientRect()))),
    ...lines.map((line) => drawnLine(line, place(line.rect))),
    creditLine(credit, height - MARGIN, getComputedStyle(figure)),
  );
  svg.prepend(await embeddedFaces(svg));
  return { svg, width, height };
}

/** Where a height on the page lies in the picture: from the top of the first box, empty bands cut to GAP. */
function closedUp(boxes: readonly DOMRect[]): (y: number) => number {
  const cuts: { below: number; by: number }[] = [];
  const sorted = [...boxes].sort((a, b) => a.top - b.top);
  let end = sorted[0]!.top;
  for (const { top, bottom } of sorted) {
    if (top - end > GAP) cuts.push({ below: end, by: top - end - GAP });
    end = Math.max(end, bottom);
  }
  const first = sorted[0]!.top;
  return (y) => y - first - cuts.filter(({ below }) => below < y).reduce((sum, { by }) => sum + by, 0);
}

function drawnLine({ text, rect, baseline, style }: TextLine, { x, y }: { x: number; y: number }): SVGElement {
  const line = element('text', {
    x,
    y: y + baseline,
    textLength: rect.width,
    lengthAdjust: 'spacingAndGlyphs',
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    'font-style': style.fontStyle,
  });
  line.textContent = text;
  return line;
}

function creditLine(credit: string, y: number, style: CSSStyleDeclaration): SVGElement {
  const line = element('text', {
    x: MARGIN,
    y,
    fill: style.color,
    'fill-opacity': 0.7,
    'font-family': style.fontFamily,
    'font-size': CREDIT_SIZE,
  });
  line.textContent = credit;
  return line;
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
