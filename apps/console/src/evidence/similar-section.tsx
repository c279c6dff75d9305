import { similarList, type SimilarTicket } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { CornerUpLeft } from 'lucide-react';
import { request, sentence } from '../connection/rest.js';
import { titleOf, useIntents } from '../conversation/intents.js';
import { Button } from '../ui/button.js';
import { percent } from '../ui/format.js';
import { Bone, Loading } from '../ui/states.js';
import { Section } from './section.js';
import { t } from '../language/t.js';

export function SimilarSection({ id, onUse }: { id: string; onUse: (reply: string) => void }) {
  const similar = useQuery({
    queryKey: ['similar', id],
    queryFn: () => request(similarList, 'GET', `/api/conversations/${id}/similar`),
    select: ({ tickets }) => tickets,
  });
  return (
    <Section title={t('Similar resolved conversations')}>
      {similar.isPending ? (
        <Loading what={t('similar conversations')}>
          <Bone className="mb-2 h-16 w-full" />
          <Bone className="h-16 w-full" />
        </Loading>
      ) : similar.isError ? (
        <div className="text-compact text-muted">
          <p className="mb-2">{sentence(similar.error)}</p>
          <Button small onClick={() => void similar.refetch()}>
            {t('Try again')}
          </Button>
        </div>
      ) : similar.data.length === 0 ? (
        <p className="text-compact text-muted">{t('None yet. They appear as conversations are resolved.')}</p>
      ) : (
        <ul className="space-y-2.5">
          {similar.data.map((ticket) => (
            <Ticket key={ticket.conversationId} ticket={ticket} onUse={onUse} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Ticket({ ticket, onUse }: { ticket: SimilarTicket; onUse: (reply: string) => void }) {
  const intents = useIntents();
  const { text, intent, reply, similarity } = ticket;
  return (
    <li className="rounded-xl border border-line bg-surface p-3">
      <div className="mb-1 flex items-baseline justify-between gap-2 text-xs text-muted">
        <span className="truncate font-medium">
          {intent === '' ? t('Out of scope') : titleOf(intents.data, intent)}
        </span>
        <span className="figures shrink-0">{t('{similarity} alike', { similarity: percent(similarity) })}</span>
      </div>
      <p dir="auto" className="line-clamp-2 text-compact wrap-anywhere">
        {text}
      </p>
      {reply && (
        <>
          <p
            dir="auto"
            className="mt-2 line-clamp-3 border-s-2 border-accent ps-2.5 text-compact wrap-anywhere text-muted"
          >
            {reply}
          </p>
          <Button tone="quiet" small className="mt-1.5 -ms-1.5" onClick={() => onUse(reply)}>
            <CornerUpLeft size={13} className="rtl:-scale-x-100" aria-hidden /> {t('Use this reply')}
          </Button>
        </>
      )}
    </li>
  );
}
