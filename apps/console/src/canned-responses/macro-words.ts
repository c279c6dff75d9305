import type { MacroAction } from '#contracts';
import { t } from '../language/t.js';

export const macroActionTypes: readonly { value: MacroAction['type']; label: string }[] = [
  { value: 'set_priority', label: t('Set the priority') },
  { value: 'add_label', label: t('Add a label') },
  { value: 'snooze', label: t('Snooze it') },
  { value: 'transfer_to_team', label: t('Transfer to a team') },
  { value: 'transfer_to_agent', label: t('Transfer to an agent') },
  { value: 'resolve', label: t('Begin closing it') },
];

/** As a part of "Then: …". `nameOf`: of a label, a team or an agent. */
export function macroActionWords(action: MacroAction, nameOf: (id: string) => string): string {
  switch (action.type) {
    case 'add_label':
      return `label ${nameOf(action.labelId)}`;
    case 'set_priority':
      return `priority ${action.priority}`;
    case 'snooze':
      return `snooze for ${action.hours} ${action.hours === 1 ? 'hour' : 'hours'}`;
    case 'transfer_to_team':
      return t('transfer to {teamId}', { teamId: nameOf(action.teamId) });
    case 'transfer_to_agent':
      return t('transfer to {agentId}', { agentId: nameOf(action.agentId) });
    case 'resolve':
      return 'close';
  }
}
