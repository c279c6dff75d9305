import { chromium, type Browser } from 'playwright-core';
import { atEnd } from './at-end.js';
import { findBrowser } from '../../bin/setup/browser.mjs';

/** The installed Chromium or Chrome, without a window; closed after the spec's last test. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No Chromium or Chrome is installed: run npm test, which installs one or says how.');
  // Root cannot use Chromium's sandbox; /dev/shm is tiny in containers.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  atEnd(() => browser.close());
  return browser;
}
