import type { ConversationPriority, MacroAction } from '#contracts';
import { t } from '../language/t.js';

export const macroActionTypes: readonly { value: MacroAction['type']; label: string }[] = [
  { value: 'set_priority', label: t('Set the priority') },
  { value: 'add_label', label: t('Add a label') },
  { value: 'snooze', label: t('Snooze it') },
  { value: 'transfer_to_team', label: t('Transfer to a team') },
  { value: 'transfer_to_agent', label: t('Transfer to an agent') },
  { value: 'resolve', label: t('Begin closing it') },
];

const priorityWords: Record<ConversationPriority, string> = {
  urgent: t('priority urgent'),
  high: t('priority high'),
  normal: t('priority normal'),
  low: t('priority low'),
};

/** As a part of "Then: …". `nameOf`: of a label, a team or an agent. */
export function macroActionWords(action: MacroAction, nameOf: (id: string) => string): string {
  switch (action.type) {
    case 'add_label':
      return t('label {name}', { name: nameOf(action.labelId) });
    case 'set_priority':
      return priorityWords[action.priority];
    case 'snooze':
      return t('snooze for {count} hours', { count: action.hours });
    case 'transfer_to_team':
      return t('transfer to {name}', { name: nameOf(action.teamId) });
    case 'transfer_to_agent':
      return t('transfer to {name}', { name: nameOf(action.agentId) });
    case 'resolve':
      return t('close');
  }
}
