import type { Lab } from './lab.ts';

const modules = import.meta.glob<{ default: Lab }>('../*/lab.tsx', { eager: true });

/** Every lab by its id, sorted; a lab is a folder of src/labs with a lab.tsx. For the build only: it loads them all. */
export const labs: ReadonlyMap<string, Lab> = new Map(
  Object.values(modules)
    .map(({ default: lab }): [string, Lab] => [lab.id, lab])
    .sort(([a], [b]) => a.localeCompare(b)),
);
