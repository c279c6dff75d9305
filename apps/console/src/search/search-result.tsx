import type { SearchHit, SearchResult as Result } from '#contracts';
import { Link } from 'react-router';
import { visitorName } from '../conversation/words.js';
import { OwnerChip } from '../inbox/owner-chip.js';
import { cx } from '../ui/cx.js';
import { ago, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { t } from '../language/t.js';

export function SearchResult({ result, to, selected }: { result: Result; to: string; selected: boolean }) {
  const { conversation, hits } = result;
  return (
    <Link
      to={to}
      data-conversation={conversation.id}
      aria-current={selected ? 'true' : undefined}
      className={cx(
        'block border-b border-line px-4 py-3 focus-visible:-outline-offset-2',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <span className="block truncate text-compact font-semibold" dir="auto">
        {visitorName(conversation)}
      </span>
      <OwnerChip item={conversation} />
      {hits.map((hit) => (
        <Hit key={hit.messageId} hit={hit} />
      ))}
      {hits.length === 0 && (
        <span className="mt-1 block truncate text-compact text-muted" dir="auto">
          {conversation.preview}
        </span>
      )}
    </Link>
  );
}

function Hit({ hit: { excerpt, kind, senderType, createdAt } }: { hit: SearchHit }) {
  const now = useNow();
  const who =
    kind === 'note' ? t('Note') : { contact: t('Customer'), bot: t('Bot'), agent: t('Agent'), system: '' }[senderType];
  return (
    <span className="mt-1.5 block text-compact text-muted">
      <span className="flex justify-between text-xs text-faint">
        {who}
        <time dateTime={createdAt} title={fullTime(createdAt)} className="figures">
          {ago(createdAt, now)}
        </time>
      </span>
      <span className="line-clamp-2 wrap-anywhere" dir="auto">
        {excerpt.map(({ text, hit }, index) =>
          hit ? (
            <mark key={index} className="rounded-sm bg-note px-0.5 text-note-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    </span>
  );
}
