import fs from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../../..');
const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Astro's command, to be run by Node in a site's folder. */
export const ASTRO = path.join(project, 'node_modules/astro/bin/astro.mjs');

/** What belongs to the papers of the real list stays behind: their labs and figures. */
function isCopied(file: string): boolean {
  return !/^src[\\/](figures|labs[\\/](?!frame)[^\\/]+)$/.test(path.relative(project, file));
}

/** Copies the project without its content into the folder `site`; its packages are links, its caches are not. */
export function copyProject(site: string): void {
  for (const name of COPIED)
    fs.cpSync(path.join(project, name), path.join(site, name), { recursive: true, filter: isCopied });
  const modules = path.join(project, 'node_modules');
  fs.mkdirSync(path.join(site, 'node_modules'));
  for (const name of fs.readdirSync(modules).filter((n) => !n.startsWith('.')))
    fs.symlinkSync(path.join(modules, name), path.join(site, 'node_modules', name), 'junction');
}
