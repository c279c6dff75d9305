import type { ConversationItem } from '#contracts';
import { Bot, CornerUpLeft } from 'lucide-react';
import { t } from '../language/t.js';

/** Before a preview: who wrote it, where it was not the customer. */
export function LastWriter({ item: { lastSenderType } }: { item: ConversationItem }) {
  if (lastSenderType === 'agent')
    return <CornerUpLeft size={13} className="shrink-0 text-faint" aria-label={t('An agent wrote last:')} />;
  if (lastSenderType === 'bot')
    return <Bot size={13} className="shrink-0 text-faint" aria-label={t('The bot wrote last:')} />;
  return null;
}
