/** Marks the section being read in the page's contents. */
const contents = document.querySelector('[data-contents]');
const links = new Map(
  [...(contents?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])].map((a) => [
    decodeURIComponent(a.hash.slice(1)),
    a,
  ]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

function mark(): void {
  const line = window.innerHeight * 0.25;
  const reading = headings.findLast((h) => h.getBoundingClientRect().top <= line) ?? headings[0];
  for (const [id, link] of links) {
    if (id === reading?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

if (headings.length > 0) {
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  mark();
}
