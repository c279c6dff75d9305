import { conversationSummary } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ScrollText } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { Link } from 'react-router';
import { request } from '../connection/rest.js';
import { anchorOf } from './use-linked-message.js';
import { t } from '../language/t.js';

/** A conversation is long from so many messages of customer, bot and agents on. */
const longFrom = 10;

/** What a long conversation is about, above it: the customer's own sentences, none of them made up. */
export function SummaryCard({ id, lastSeq }: { id: string; lastSeq: number }) {
  const summary = useQuery({
    queryKey: ['summary', id, Math.floor(lastSeq / 4)],
    queryFn: () => request(conversationSummary, 'GET', `/api/conversations/${id}/summary`),
    enabled: lastSeq >= longFrom,
    placeholderData: (before) => before,
  });
  const { data } = summary;
  if (!data || data.nMessages < longFrom || data.sentences.length === 0) return null;
  return (
    <Collapsible.Root defaultOpen className="shrink-0 border-b border-line bg-sunken px-4 py-2">
      <Collapsible.Trigger className="group flex w-full items-center gap-2 text-xs font-semibold text-muted">
        <ScrollText size={14} aria-hidden />
        <span className="flex-1 text-start">{t('In short: {count} messages', { count: data.nMessages })}</span>
        <ChevronDown size={14} className="transition-transform group-data-[state=open]:rotate-180" aria-hidden />
      </Collapsible.Trigger>
      <Collapsible.Content>
        <ul className="mt-1.5 max-h-32 list-disc space-y-0.5 overflow-y-auto ps-5 text-compact">
          {data.sentences.map(({ seq, text }, index) => (
            <li key={index} dir="auto">
              <Link to={{ hash: anchorOf(seq) }} className="hover:underline">
                {text}
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-xs text-muted">
          {[
            data.orderNumbers.length > 0 && t('Order numbers: {numbers}', { numbers: data.orderNumbers.join(', ') }),
            data.answered.length > 0 && t('The bot answered: {topics}', { topics: data.answered.join(', ') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
