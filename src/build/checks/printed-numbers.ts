import { pageCheck } from './check.ts';

/** Code shows what it likes; formulas are as authors wrote them. */
const EXEMPT = 'pre, code, script, style, annotation, [data-lab] details';

/** What a computation leaves behind when nobody said how to print it. NaN in words is a page’s subject now and then. */
const RAW = /\d\.\d{9,}|\bundefined\b|\[object \w+\]/;
/** A formula that nobody set: it stood where Markdown is not read, in an attribute. Money has its sign in front of a digit. */
const UNSET = /\$[^$\d\s][^$]*\$/;
/** What no attribute of a drawing can hold: the shape would silently be missing. */
const NO_NUMBER = /\b(?:NaN|undefined|Infinity)\b/;

/** Numbers are printed for people. */
export const printedNumbers = pageCheck('No number or formula is printed as the machine holds it', (page) => {
  const found: string[] = [];
  const read = (node: Node): void => {
    const raw = node.nodeType === 3 ? RAW.exec(node.textContent ?? '') : null;
    if (raw) found.push(`“…${around(node.textContent!, raw.index)}…”: round it where it is computed, with toFixed`);
    const unset = node.nodeType === 3 ? UNSET.exec(node.textContent ?? '') : null;
    if (unset)
      found.push(`“${unset[0].slice(0, 40)}”: a formula in an attribute is not set; write it in Unicode, N = HW/P²`);
    if (node.nodeType === 1 && (node as Element).matches(EXEMPT)) return;
    node.childNodes.forEach(read);
  };
  if (page.document.body) read(page.document.body);
  return [...found, ...[...page.document.querySelectorAll('svg *')].flatMap(withoutNumber)];
});

function withoutNumber(shape: Element): string[] {
  return [...shape.attributes]
    .filter(({ name, value }) => !name.startsWith('aria-') && NO_NUMBER.test(value))
    .map(({ name, value }) => `<${shape.tagName.toLowerCase()} ${name}="${value.slice(0, 40)}"> is no number`);
}

const around = (text: string, at: number) =>
  text
    .slice(Math.max(0, at - 12), at + 24)
    .replace(/\s+/g, ' ')
    .trim();
