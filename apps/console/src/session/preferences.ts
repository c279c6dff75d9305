import { locale } from '#contracts';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/** What this person wants on this device. */
const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  language: locale.or(z.literal('system')).catch('system'),
  /** WCAG 2.1.4: single-key shortcuts can be turned off. */
  shortcuts: z.boolean().catch(true),
  evidence: z.boolean().catch(true),
  /** A conversation that is done makes way for the next of its list. */
  nextAfterClosing: z.boolean().catch(true),
});
export type Preferences = z.infer<typeof preferences>;

const key = 'baton.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    return preferences.parse(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return preferences.parse({});
  }
}

export function getPreferences(): Preferences {
  return current;
}

export function setPreferences(patch: Partial<Preferences>): void {
  current = { ...current, ...patch };
  localStorage.setItem(key, JSON.stringify(current));
  applyTheme();
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

function applyTheme(): void {
  const dark = current.theme === 'dark' || (current.theme === 'system' && prefersDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Before the first paint, and again whenever the system changes its mind. */
export function followTheme(): void {
  applyTheme();
  prefersDark().addEventListener('change', applyTheme);
}
