import Bowser from 'bowser';

/** "Chrome on Linux", from what the browser said of itself when it signed in. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'A browser that did not name itself';
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return 'An unknown browser';
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
