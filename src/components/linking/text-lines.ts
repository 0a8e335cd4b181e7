/** One line of text as it stands on the page. */
export interface TextLine {
  text: string;
  /** From the top of its face to the bottom, in the window's CSS pixels. */
  rect: DOMRect;
  /** Of the line on which its letters stand, from the top of the rectangle. */
  baseline: number;
  style: CSSStyleDeclaration;
}

/** Every piece of text in `root` outside of `leftOut`, cut where the page breaks lines. */
export function textLines(root: HTMLElement, leftOut: string): TextLine[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: TextLine[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement!;
    if (parent.closest(leftOut) || !node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    lines.push(...linesOf(node, getComputedStyle(parent)));
  }
  return lines;
}

function linesOf(node: Text, style: CSSStyleDeclaration): TextLine[] {
  const lines: TextLine[] = [];
  const range = document.createRange();
  for (let i = 0; i < node.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const [rect] = range.getClientRects();
    const line = lines.at(-1);
    const goesOn = line !== undefined && rect !== undefined && Math.abs(line.rect.y - rect.y) < 2;
    // A line neither begins nor ends with a space, or SVG would swallow it and stretch the rest.
    if (!rect || rect.width === 0 || (/\s/.test(node.data[i]!) && (!goesOn || i === node.length - 1))) continue;
    if (goesOn) {
      line.text += node.data[i]!;
      line.rect = new DOMRect(line.rect.x, line.rect.y, rect.right - line.rect.x, line.rect.height);
    } else lines.push({ text: node.data[i]!, rect, style, baseline: baselineOf(rect, style) });
  }
  return lines;
}

const ruler = new OffscreenCanvas(1, 1).getContext('2d')!;

/** A text's rectangle is as high as its face: the baseline parts it as the face's ascent and descent say. */
function baselineOf(rect: DOMRect, { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  ruler.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('x');
  return (rect.height - up - down) / 2 + up;
}
