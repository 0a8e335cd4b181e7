import type { Lab } from './lab.ts';

/** Loads and hydrates each lab as it comes near the screen; until then its first frame stands as drawn at build time. */
const modules = import.meta.glob<{ default: Lab }>('../*/lab.tsx');

async function wake(island: HTMLElement): Promise<void> {
  const load = modules[`../${island.dataset['lab']}/lab.tsx`];
  if (!load) return;
  const [{ default: lab }, { hydrate, h }, { LabFrame }] = await Promise.all([
    load(),
    import('preact'),
    import('./LabFrame.tsx'),
  ]);
  hydrate(h(LabFrame, { lab, embed: island.dataset['embed']! }), island);
  island.dataset['awake'] = '';
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void wake(target as HTMLElement);
    }
  },
  { rootMargin: '600px' },
);

for (const island of document.querySelectorAll('[data-lab]')) near.observe(island);
