import type { ConversationPriority } from '#contracts';
import { ChevronDown, ChevronUp, ChevronsUp, Minus, type LucideIcon } from 'lucide-react';

/** From the first to the last. */
export const priorities: { value: ConversationPriority; label: string; icon: LucideIcon; tone: string }[] = [
  { value: 'urgent', label: 'Urgent', icon: ChevronsUp, tone: 'text-bad' },
  { value: 'high', label: 'High', icon: ChevronUp, tone: 'text-warn' },
  { value: 'normal', label: 'Normal', icon: Minus, tone: 'text-muted' },
  { value: 'low', label: 'Low', icon: ChevronDown, tone: 'text-muted' },
];
