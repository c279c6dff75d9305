import { useEffect, useEffectEvent } from 'react';
import { usePreferences } from '../session/preferences.js';

export type Shortcuts = Partial<Record<string, () => void>>;

const busy = '[role="dialog"], [role="alertdialog"], [role="menu"]';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !== null
  );
}

/** Single keys, by `KeyboardEvent.key`. Silent while somebody types, a dialog is open, or they are turned off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const enabled = usePreferences().shortcuts;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector(busy)) return;
    const action = shortcuts[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
