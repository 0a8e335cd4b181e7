/**
 * The anchors of headings, equations, captions and questions open a menu of ways to link there. Without script, or with
 * a modifier key, they stay what they are: links to their own place.
 */
for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a.linkable')) {
  anchor.setAttribute('aria-haspopup', 'menu');
  anchor.addEventListener('click', async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    (await import('./link-menu.ts')).openLinkMenu(anchor);
  });
}
