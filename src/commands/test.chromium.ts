import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { findChromium } from '#tests/browser/harness/chromium.ts';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Makes sure that the browser tests have a browser: on Debian as root by installing what is missing (Chinese fonts too,
 * or widths are those of missing glyphs). Elsewhere the browser tests say what to install if they find none.
 */
export function installChromium(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return;
  const missing = PACKAGES.filter((name) => (name === 'chromium' ? findChromium() === undefined : !isInstalled(name)));
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(' and ')} with apt-get …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  if (apt('install', '-y', '--no-install-recommends', ...missing) === 0) return;
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

function isInstalled(name: string): boolean {
  return spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout.includes(
    'install ok installed',
  );
}
