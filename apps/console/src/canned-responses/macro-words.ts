import type { ConversationPriority, MacroAction } from '#contracts';

export const priorityWords: Record<ConversationPriority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

export const macroActionTypes: readonly { value: MacroAction['type']; label: string }[] = [
  { value: 'set_priority', label: 'Set the priority' },
  { value: 'snooze', label: 'Snooze it' },
  { value: 'resolve', label: 'Begin closing it' },
];

/** As a part of "Then: …". */
export function macroActionWords(action: MacroAction): string {
  switch (action.type) {
    case 'set_priority':
      return `priority ${priorityWords[action.priority].toLowerCase()}`;
    case 'snooze':
      return `snooze for ${action.hours} ${action.hours === 1 ? 'hour' : 'hours'}`;
    case 'resolve':
      return 'close';
  }
}
