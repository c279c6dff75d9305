import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian-packages.mjs';
import { Unmet } from './requirements.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The executable of an installed Chromium or Chrome, if there is one. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => commands.map((command) => join(folder, command))), ...places].find((path) =>
    existsSync(path),
  );
}

/** Finds a browser, or installs Debian's Chromium where that is possible without asking. */
export async function ensureBrowser() {
  if (findBrowser()) return;
  if (!canInstall())
    throw new Unmet(
      'The browser tests need Chromium or Chrome: install either one (on Debian: sudo apt-get install chromium) and run the command again.',
    );
  await install('Chromium', ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']);
}
