import type { CannedResponseView } from '#contracts';
import { Zap } from 'lucide-react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { sentence } from '../connection/rest.js';
import { useTypedMenu } from '../typed-menu/use-typed-menu.js';
import { matching } from './matching.js';
import { useCannedResponses } from './queries.js';
import { t } from '../language/t.js';

/** Canned replies by `/` in a text box. */
export function useSlashMenu(box: {
  text: string;
  textarea: RefObject<HTMLTextAreaElement | null>;
  enabled: boolean;
  onPick: (picked: CannedResponseView, before: string, after: string) => void;
}) {
  const { data, error } = useCannedResponses();
  return useTypedMenu({
    ...box,
    trigger: '/',
    label: t('Canned replies'),
    find: (query) => matching(data ?? [], query),
    row: (entry) => <Row entry={entry} />,
    nothing: error
      ? sentence(error)
      : !data
        ? t('Fetching your canned replies …')
        : data.length === 0
          ? t('No canned reply yet.')
          : t('No canned reply matches.'),
    foot: (
      <Link to="/settings/canned-replies" className="text-accent hover:underline">
        {t('Manage')}
      </Link>
    ),
  });
}

function Row({ entry: { shortcut, title, text, actions } }: { entry: CannedResponseView }) {
  return (
    <>
      <span className="flex items-baseline gap-2 text-compact">
        <span className="font-medium">/{shortcut}</span>
        <span dir="auto" className="truncate text-muted">
          {title}
        </span>
        {actions.length > 0 && <Zap size={13} className="shrink-0 self-center text-accent" aria-label={t('Macro')} />}
      </span>
      <span dir="auto" className="line-clamp-1 text-xs text-muted">
        {text}
      </span>
    </>
  );
}
