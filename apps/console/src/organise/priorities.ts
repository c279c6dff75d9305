import type { ConversationPriority } from '#contracts';
import { ChevronDown, ChevronUp, ChevronsUp, Minus, type LucideIcon } from 'lucide-react';
import { t } from '../language/t.js';

/** From the first to the last. */
export const priorities: { value: ConversationPriority; label: string; icon: LucideIcon; tone: string }[] = [
  { value: 'urgent', label: t('Urgent'), icon: ChevronsUp, tone: 'text-bad' },
  { value: 'high', label: t('High'), icon: ChevronUp, tone: 'text-warn' },
  { value: 'normal', label: t('Normal'), icon: Minus, tone: 'text-muted' },
  { value: 'low', label: t('Low'), icon: ChevronDown, tone: 'text-muted' },
];
