import type { EscalationReason } from '#contracts';
import {
  CircleHelp,
  CircleSlash,
  Frown,
  Headset,
  Languages,
  RotateCcw,
  ServerCrash,
  Siren,
  UserRound,
  type LucideIcon,
} from 'lucide-react';

interface Reason {
  icon: LucideIcon;
  title: string;
  explanation: string;
  /** `bad`: it cannot wait; `warn`: it had better not. */
  tone: 'accent' | 'warn' | 'bad';
}

const reasons: Record<EscalationReason, Reason> = {
  customer_request: {
    icon: Headset,
    title: 'Asked for a person',
    explanation: 'The customer asked to talk to a person.',
    tone: 'accent',
  },
  low_confidence: {
    icon: CircleHelp,
    title: 'Not sure enough',
    explanation: 'The bot was not sure enough of the intent to answer by itself.',
    tone: 'accent',
  },
  out_of_scope: {
    icon: CircleSlash,
    title: 'Outside its scope',
    explanation: 'The message is unlike anything the bot has learned.',
    tone: 'accent',
  },
  intent_not_automated: {
    icon: UserRound,
    title: 'Handled by people',
    explanation: 'The bot understood the request, but this intent is always answered by people.',
    tone: 'accent',
  },
  repeated_failure: {
    icon: RotateCcw,
    title: 'No progress',
    explanation: 'The bot tried more than once and did not get further.',
    tone: 'accent',
  },
  system_failure: {
    icon: ServerCrash,
    title: 'Bot unavailable',
    explanation: 'The bot gave no answer in time, so the conversation came to people.',
    tone: 'accent',
  },
  sensitive_topic: {
    icon: Siren,
    title: 'Sensitive topic',
    explanation: 'The message touches a topic that always goes to people, before all others who wait.',
    tone: 'bad',
  },
  negative_feedback: {
    icon: Frown,
    title: 'Upset customer',
    explanation: 'The customer is angry, or says the opposite of what the bot would have answered.',
    tone: 'warn',
  },
  other_language: {
    icon: Languages,
    title: 'Another language',
    explanation: 'The message is in a language for which the shop has no approved answer.',
    tone: 'accent',
  },
};
const unknown: Reason = {
  icon: UserRound,
  title: 'With people',
  explanation: 'No reason was recorded: an agent took it over.',
  tone: 'accent',
};

/** By tone: the square around the reason’s icon. */
export const iconTones: Record<Reason['tone'], string> = {
  accent: 'bg-accent-soft text-accent-ink',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};

export function reasonOf(reason: EscalationReason | null): Reason {
  return reason ? (reasons[reason] ?? unknown) : unknown;
}
