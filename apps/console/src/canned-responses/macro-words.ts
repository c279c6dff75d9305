import type { MacroAction } from '#contracts';

export const macroActionTypes: readonly { value: MacroAction['type']; label: string }[] = [
  { value: 'set_priority', label: 'Set the priority' },
  { value: 'add_label', label: 'Add a label' },
  { value: 'snooze', label: 'Snooze it' },
  { value: 'resolve', label: 'Begin closing it' },
];

/** As a part of "Then: …". */
export function macroActionWords(action: MacroAction, labelName: (id: string) => string): string {
  switch (action.type) {
    case 'add_label':
      return `label ${labelName(action.labelId)}`;
    case 'set_priority':
      return `priority ${action.priority}`;
    case 'snooze':
      return `snooze for ${action.hours} ${action.hours === 1 ? 'hour' : 'hours'}`;
    case 'resolve':
      return 'close';
  }
}
