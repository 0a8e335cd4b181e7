/**
 * Completes package-lock.json after a change of dependencies.
 *
 * Some registries lack a few platform packages of the newest versions. npm then writes a lockfile without them, and
 * `npm ci` refuses it. This adds an entry (version, os, cpu) for each optional platform package that the lockfile
 * names but does not hold. Run after `npm install --package-lock-only`.
 */
import fs from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const packages = lock.packages;

/** Where `name` resolves for a package at `from`, by Node's rule of climbing up; null when it is missing. */
function resolve(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!at) return null;
  }
}

const SYSTEMS = {
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
  linux: 'linux',
};
const CPUS = [
  [/arm64/, 'arm64'],
  [/gnueabihf|eabi/, 'arm'],
  [/ia32/, 'ia32'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/wasm32/, 'wasm32'],
];

/** Platform fields (os, cpu, libc) read off a platform package's name. */
function platformOf(name) {
  const system = Object.keys(SYSTEMS).find((word) => name.includes(word));
  if (!system && !name.includes('wasm32')) throw new Error(`unknown platform: ${name}`);
  const os = system ? { os: [SYSTEMS[system]] } : {};
  const cpu = [CPUS.find(([pattern]) => pattern.test(name))?.[1] ?? 'x64'];
  const libc = name.includes('musl') ? { libc: ['musl'] } : name.includes('gnu') ? { libc: ['glibc'] } : {};
  return { cpu, ...os, ...libc };
}

for (const [key, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const at = resolve(key, name);
    if (at && (packages[at].version === range || /[\^~>*|x]/.test(range))) continue;
    if (!/^\d+\.\d+\.\d+/.test(range)) throw new Error(`cannot complete ${name}@${range}: not an exact version`);
    const place = at ? `${key}/node_modules/${name}` : `node_modules/${name}`;
    packages[place] = { version: range, ...platformOf(name), ...(entry.dev ? { dev: true } : {}), optional: true };
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
