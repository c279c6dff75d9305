import type { ConversationItem, MacroAction } from '#contracts';
import { useTransfer } from '../conversation/use-transfer.js';
import { useOrganise } from '../organise/use-organise.js';

const hourMs = 3_600_000;

/** Carries out what a macro does with a conversation, one after the other. `onResolve`: closing asks the agent. */
export function useMacro(item: ConversationItem | undefined, onResolve: () => void) {
  const organise = useOrganise();
  const transfer = useTransfer();
  return async (actions: readonly MacroAction[]): Promise<void> => {
    if (!item) return;
    for (const action of actions) {
      switch (action.type) {
        case 'add_label':
          await organise([item], { type: 'label', labelId: action.labelId, on: true });
          break;
        case 'set_priority':
          await organise([item], { type: 'priority', priority: action.priority });
          break;
        case 'snooze':
          await organise([item], {
            type: 'snooze',
            until: new Date(Date.now() + action.hours * hourMs).toISOString(),
          });
          break;
        case 'transfer_to_team':
          await transfer(item, { teamId: action.teamId });
          break;
        case 'transfer_to_agent':
          await transfer(item, { agentId: action.agentId });
          break;
        case 'resolve':
          onResolve();
      }
    }
  };
}
