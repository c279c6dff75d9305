import type { AnswerView } from '#contracts';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../actions/queries.js';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { Confirm } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { inUse } from './answer-draft.js';
import { useSaveAnswer } from './queries.js';
import { versionText, wordsChanged, type DiffPart } from './version-text.js';
import { t } from '../language/t.js';

/** Every version of an answer in one language, what each changed, and the way back. */
export function Versions({
  intentId,
  versions,
  mayChange,
  onPutBack,
}: {
  intentId: string;
  /** Newest first. */
  versions: AnswerView[];
  mayChange: boolean;
  onPutBack: () => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const used = inUse(versions);
  if (versions.length === 0) return null;
  return (
    <Card title={t('Versions')}>
      <ul className="divide-y divide-line">
        {versions.map((version, index) => (
          <li key={version.id} className="px-4 py-2">
            <div className="flex flex-wrap items-center gap-2">
              <button
                type="button"
                aria-expanded={open === version.id}
                onClick={() => setOpen(open === version.id ? null : version.id)}
                className="min-w-48 flex-1 rounded text-start"
              >
                <span className="figures text-compact font-semibold">
                  {t('v{version}', { version: version.version })}
                </span>{' '}
                <span className="text-xs text-muted">
                  {version.createdByName ?? 'Baton'}, {fullTime(version.createdAt)}
                </span>
              </button>
              {version === used && <Badge tone="good">{t('In use')}</Badge>}
              {version.approvedAt === null && <Badge>{t('Draft')}</Badge>}
              {mayChange && version !== used && <PutBack intentId={intentId} version={version} onPutBack={onPutBack} />}
            </div>
            {open === version.id && <Changes version={version} before={versions[index + 1]} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PutBack({
  intentId,
  version: { version, locale, text, conditions, actionId, approvedAt },
  onPutBack,
}: {
  intentId: string;
  version: AnswerView;
  onPutBack: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const save = useSaveAnswer(intentId);
  const confirm = async () => {
    const answer = { locale, text, conditions, actionId, approve: true };
    if (await attempt(save.mutateAsync(answer), t('The bot says it from now on.'))) onPutBack();
  };
  return (
    <>
      <Button small disabled={save.isPending} onClick={() => setAsking(true)}>
        <RotateCcw size={13} aria-hidden /> {approvedAt ? t('Put back') : t('Approve')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Let the bot say version {version}?', { version })}
        action={approvedAt ? t('Put back') : t('Approve')}
        onConfirm={() => void confirm()}
      >
        {t('It becomes the newest version, and the bot says it from now on. Nothing in between is lost.')}
      </Confirm>
    </>
  );
}

function Changes({ version, before }: { version: AnswerView; before: AnswerView | undefined }) {
  const actions = useActions().data?.actions;
  const titleOf = (id: string) => actions?.find((action) => action.id === id)?.title ?? t('an action that is gone');
  const parts = wordsChanged(before ? versionText(before, titleOf) : '', versionText(version, titleOf));
  return (
    <div className="mt-2">
      <p className="caption mb-1">
        {before ? t('Against v{version}', { version: before.version }) : t('The first version')}
      </p>
      <p dir="auto" className="rounded-lg bg-sunken px-3 py-2 text-compact whitespace-pre-wrap">
        {before ? parts.map((part, index) => <Part key={index} part={part} />) : versionText(version, titleOf)}
      </p>
    </div>
  );
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === 'same') return text;
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag
      className={cx(
        'rounded px-0.5',
        kind === 'added' ? 'bg-good-soft text-good no-underline' : 'bg-bad-soft text-bad line-through',
      )}
    >
      {text}
    </Tag>
  );
}
