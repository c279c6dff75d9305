import { suggestion } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { CornerUpLeft } from 'lucide-react';
import { request } from '../connection/rest.js';
import { titleOf, useIntents } from '../conversation/intents.js';
import { Button } from '../ui/button.js';
import { likelihood } from '../ui/format.js';
import { Section } from './section.js';
import { t } from '../language/t.js';

export function useSuggestion(id: string, lastSeq: number) {
  return useQuery({
    queryKey: ['suggestion', id, lastSeq],
    queryFn: () => request(suggestion, 'GET', `/api/conversations/${id}/suggestion`),
    select: (answer) => answer.suggestion,
    placeholderData: (before) => before,
  });
}

/** The shop's approved answer to what is most likely asked. A help that did not come is not missed: no error is shown. */
export function SuggestionSection({
  id,
  lastSeq,
  onUse,
}: {
  id: string;
  lastSeq: number;
  onUse: (text: string) => void;
}) {
  const intents = useIntents();
  const { data } = useSuggestion(id, lastSeq);
  if (!data) return null;
  return (
    <Section title={t('Suggested reply')}>
      <div className="rounded-xl border border-line bg-surface p-3">
        <p className="mb-1 flex items-baseline justify-between gap-2 text-xs text-muted">
          <span className="truncate font-medium">{titleOf(intents.data, data.intent)}</span>
          <span className="figures shrink-0">{likelihood(data.confidence)}</span>
        </p>
        <p dir="auto" lang={data.locale} className="line-clamp-6 text-compact wrap-anywhere whitespace-pre-line">
          {data.text}
        </p>
        <Button tone="quiet" small className="mt-1.5 -ms-1.5" onClick={() => onUse(data.text)}>
          <CornerUpLeft size={13} className="rtl:-scale-x-100" aria-hidden /> {t('Use it')}{' '}
          <kbd className="ms-1 text-faint">g</kbd>
        </Button>
      </div>
    </Section>
  );
}
