import fs from 'node:fs';
import path from 'node:path';

const { env } = process;

/** Where Chrome, Chromium and Edge stand on common systems. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((file) => path.join(folder, file)),
    ),
};

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install it (Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk)',
  darwin: 'Install it (brew install --cask google-chrome)',
  win32: 'Install it (winget install Google.Chrome)',
};

/** The browser that CHROME_PATH names, or the first installed one; undefined where there is none. */
export function findChromium(): string | undefined {
  return env['CHROME_PATH'] ?? (PLACES[process.platform] ?? []).find((file) => fs.existsSync(file));
}

/** The browser; throws with what to install where there is none. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== undefined && fs.existsSync(found)) return found;
  const what =
    found === undefined
      ? 'No Chrome, Chromium or Edge was found.'
      : `CHROME_PATH names ${found}, which does not exist.`;
  throw new Error(`${what} ${ADVICE[process.platform] ?? 'Install one'}, or set CHROME_PATH to its executable.`);
}
