import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = path.join(root, 'node_modules/.bin');
const stamp = path.join(root, 'node_modules/.installed');

/** Oldest Node that Astro runs on. Machines with an older one get a current Node from node_modules. */
const OLDEST = [22, 12];

/**
 * Installs exactly what package-lock.json names, if that has not been done since it last changed, and puts the
 * project's own Node first on the PATH of everything started from here. Exits with a reason where it cannot.
 */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const installed = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
  if (installed !== wanted) {
    console.log('Installing dependencies (once for each change of package-lock.json) …');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    fs.writeFileSync(stamp, wanted);
  }
  process.env.PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  requireNode();
}

function requireNode() {
  const version =
    spawnSync('node', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout?.trim() ?? '';
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `This machine runs Node ${version || '(none)'}, and no newer one comes with the packages for its system.\nInstall Node ${OLDEST.join('.')} or newer (https://nodejs.org), then run the command again.`,
  );
  process.exit(1);
}

/** Runs a command in the project's root; the whole run ends when it fails. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
