import { Link } from 'react-router';
import { Badge } from '../ui/badge.js';
import { ago } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { useComments } from './queries.js';
import type { ReportRange } from './range.js';
import { t } from '../language/t.js';

const toneOf = (score: number) => (score >= 4 ? 'good' : score <= 2 ? 'bad' : 'plain');

/** What customers wrote beside their score, newest first; nothing where nobody did. */
export function CommentsList({ range }: { range: ReportRange }) {
  const comments = useComments(range);
  const now = useNow();
  if (!comments.data || comments.data.comments.length === 0) return null;
  return (
    <section aria-label={t('What customers wrote')} className="border-t border-line">
      <h3 className="caption px-4 pt-3 pb-1">{t('What customers wrote')}</h3>
      <ul tabIndex={0} className="max-h-72 divide-y divide-line overflow-y-auto">
        {comments.data.comments.map(({ id, conversationId, score, comment, answeredBy, agentName, createdAt }) => (
          <li key={id} className="flex items-start gap-3 px-4 py-2.5 text-compact">
            <Badge tone={toneOf(score)}>{t('{score} of 5', { score })}</Badge>
            <p className="min-w-0 flex-1 wrap-anywhere">{comment}</p>
            <Link
              to={`/inbox/all/${conversationId}`}
              className="shrink-0 text-end text-xs text-muted underline underline-offset-2 hover:text-ink"
            >
              {t('{who}, {when}', {
                who: answeredBy === 'bot' ? t('The bot') : (agentName ?? t('An agent')),
                when: ago(createdAt, now),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
