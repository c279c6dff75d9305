import type { ContactDetail, ConversationItem } from '#contracts';
import { Link } from 'react-router';
import { reasonOf } from '../evidence/reasons.js';
import { Section } from '../evidence/section.js';
import { ago, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { useContact } from './queries.js';
import { t } from '../language/t.js';

/** What the person wrote about before, and what else of theirs is open. */
export function HistorySection({ item }: { item: ConversationItem | undefined }) {
  const contact = useContact(item);
  if (!item || !contact.data) return null;
  const { episodes, open } = contact.data;
  const others = open.filter(({ conversationId }) => conversationId !== item.id);
  const earlier = episodes.filter(({ closedAt }) => closedAt !== null);
  return (
    <>
      {others.length > 0 && (
        <Section title={t('Other open conversations')}>
          <ul className="space-y-1.5">
            {others.map((other) => (
              <li key={other.conversationId}>
                <Link
                  to={`/inbox/all/${other.conversationId}`}
                  className="block rounded-lg border border-line bg-surface px-3 py-2 text-compact hover:bg-hover"
                >
                  <span className="font-medium">{other.inboxName}</span>
                  <span dir="auto" className="line-clamp-1 text-muted">
                    {other.preview}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('Earlier conversations')}>
        {earlier.length === 0 ? (
          <p className="text-compact text-muted">{t('None: this is the first one.')}</p>
        ) : (
          <ol className="space-y-2.5">
            {earlier.map((episode) => (
              <Earlier key={`${episode.conversationId} ${episode.openedAt}`} episode={episode} here={item.id} />
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function Earlier({ episode, here }: { episode: ContactDetail['episodes'][number]; here: string }) {
  const now = useNow();
  const { conversationId, openedAt, intent, inboxName } = episode;
  const title = intent ?? (episode.reason ? reasonOf(episode.reason).title : t('Answered by the bot'));
  return (
    <li className="text-compact">
      <span className="flex items-baseline justify-between gap-2">
        {conversationId === here ? (
          <span className="min-w-0 font-medium">{title}</span>
        ) : (
          <Link to={`/inbox/resolved/${conversationId}`} className="min-w-0 font-medium text-accent hover:underline">
            {title}
          </Link>
        )}
        <time dateTime={openedAt} title={fullTime(openedAt)} className="shrink-0 text-xs text-muted">
          {ago(openedAt, now)}
        </time>
      </span>
      <span className="block text-xs text-muted">
        {ended(episode)} · {inboxName}
      </span>
    </li>
  );
}

function ended({ closedBy, outcome, agentName }: ContactDetail['episodes'][number]): string {
  if (closedBy === 'agent') return agentName ? t('Closed by {agentName}', { agentName }) : t('Closed by an agent');
  if (outcome === 'handed_off') return t('Closed after a hand-back');
  return outcome === 'abandoned' ? t('The customer left') : t('Closed by the bot');
}
