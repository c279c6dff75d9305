import type { EscalationReason } from '#contracts';
import { CircleHelp, CircleSlash, Headset, RotateCcw, ServerCrash, UserRound, type LucideIcon } from 'lucide-react';

interface Reason {
  icon: LucideIcon;
  title: string;
  explanation: string;
}

const reasons: Record<EscalationReason, Reason> = {
  customer_request: {
    icon: Headset,
    title: 'Asked for a person',
    explanation: 'The customer asked to talk to a person.',
  },
  low_confidence: {
    icon: CircleHelp,
    title: 'Not sure enough',
    explanation: 'The bot was not sure enough of the intent to answer by itself.',
  },
  out_of_scope: {
    icon: CircleSlash,
    title: 'Outside its scope',
    explanation: 'The message is unlike anything the bot was trained on.',
  },
  intent_not_automated: {
    icon: UserRound,
    title: 'Handled by people',
    explanation: 'The bot understood the request, but this intent is always answered by people.',
  },
  repeated_failure: {
    icon: RotateCcw,
    title: 'No progress',
    explanation: 'The bot tried more than once and did not get further.',
  },
  system_failure: {
    icon: ServerCrash,
    title: 'Bot unavailable',
    explanation: 'The bot gave no answer in time, so the conversation came to people.',
  },
};
const unknown: Reason = {
  icon: UserRound,
  title: 'With people',
  explanation: 'No reason was recorded: an agent took it over.',
};

export function reasonOf(reason: EscalationReason | null): Reason {
  return reason ? reasons[reason] : unknown;
}
