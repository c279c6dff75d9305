import Bowser from 'bowser';
import { t } from '../language/t.js';

/** "Chrome on Linux", from what the browser said of itself when it signed in. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return t('A browser that did not name itself');
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return t('An unknown browser');
  return os.name ? t('{name} on {name2}', { name: browser.name, name2: os.name }) : browser.name;
}
