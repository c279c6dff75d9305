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
import { t } from '../language/t.js';

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
    title: t('Asked for a person'),
    explanation: t('The customer asked to talk to a person.'),
    tone: 'accent',
  },
  low_confidence: {
    icon: CircleHelp,
    title: t('Not sure enough'),
    explanation: t('The bot was not sure enough of the intent to answer by itself.'),
    tone: 'accent',
  },
  out_of_scope: {
    icon: CircleSlash,
    title: t('Outside its scope'),
    explanation: t('The message is unlike anything the bot has learned.'),
    tone: 'accent',
  },
  intent_not_automated: {
    icon: UserRound,
    title: t('Handled by people'),
    explanation: t('The bot understood the request, but this intent is always answered by people.'),
    tone: 'accent',
  },
  repeated_failure: {
    icon: RotateCcw,
    title: t('No progress'),
    explanation: t('The bot tried more than once and did not get further.'),
    tone: 'accent',
  },
  system_failure: {
    icon: ServerCrash,
    title: t('Bot unavailable'),
    explanation: t('The bot gave no answer in time, so the conversation came to people.'),
    tone: 'accent',
  },
  sensitive_topic: {
    icon: Siren,
    title: t('Sensitive topic'),
    explanation: t('The message touches a topic that always goes to people, before all others who wait.'),
    tone: 'bad',
  },
  negative_feedback: {
    icon: Frown,
    title: t('Upset customer'),
    explanation: t('The customer is angry, or says the opposite of what the bot would have answered.'),
    tone: 'warn',
  },
  other_language: {
    icon: Languages,
    title: t('Another language'),
    explanation: t('The message is in a language for which the shop has no approved answer.'),
    tone: 'accent',
  },
};
const unknown: Reason = {
  icon: UserRound,
  title: t('With people'),
  explanation: t('No reason was recorded: an agent took it over.'),
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
