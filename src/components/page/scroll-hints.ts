/** Fades the right edge of whatever scrolls sideways inside itself, until it has been scrolled to its end. */
const SCROLLERS = '.equation-body, .table-scroll, .canvas, .listing pre, .paper-map';

const update = (box: Element) =>
  box.classList.toggle('scroll-hint', box.scrollWidth - box.clientWidth - box.scrollLeft > 4);
const resized = new ResizeObserver((entries) => entries.forEach((e) => update(e.target)));

for (const box of document.querySelectorAll(SCROLLERS)) {
  resized.observe(box);
  box.addEventListener('scroll', () => update(box), { passive: true });
}
