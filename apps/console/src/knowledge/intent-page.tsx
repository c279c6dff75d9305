import type { IntentDetail, Locale } from '#contracts';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../actions/queries.js';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { draftOf, draftProblem, inUse, isSame, variablesOf, versionsIn, type AnswerDraft } from './answer-draft.js';
import { AnswerEditor } from './answer-editor.js';
import { IntentMenu } from './intent-menu.js';
import { LocaleSelect } from './locale-select.js';
import { useChangeIntent, useIntentDetail, useSaveAnswer } from './queries.js';
import { Versions } from './versions.js';
import { useWorkspaceLocale } from './workspace-locale.js';
import { t } from '../language/t.js';

/** One intent: whether the bot answers, its answers by language, their versions, and what becomes of its rows. */
export function IntentPage({
  id,
  mayChange,
  open,
}: {
  id: string;
  mayChange: boolean;
  /** Null: back to the table. */
  open: (id: string | null) => void;
}) {
  const detail = useIntentDetail(id);
  const own = useWorkspaceLocale();
  const [other, setOther] = useState<Locale | null>(null);
  const locale = other ?? own;
  const intent = detail.data?.intent;
  return (
    <Page
      title={intent?.title ?? t('Intent')}
      description={
        intent && (
          <>
            <code className="font-mono text-xs">{intent.name}</code>
            {intent.description && ` · ${intent.description}`}
          </>
        )
      }
      actions={
        <>
          <Button tone="quiet" onClick={() => open(null)}>
            <ArrowLeft size={15} className="rtl:-scale-x-100" aria-hidden /> {t('All intents')}
          </Button>
          {intent && mayChange && <IntentMenu intent={intent} open={open} />}
        </>
      }
    >
      <Loaded query={detail} what={t('The intent')}>
        {(data) => (
          <div className="space-y-6">
            {!mayChange && <ReadOnlyNote />}
            <AutomateToggle intent={data.intent} mayChange={mayChange} />
            <LocaleSelect value={locale} approved={data.intent.locales} onChange={setOther} />
            <Answer key={locale} detail={data} locale={locale} mayChange={mayChange} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function AutomateToggle({ intent, mayChange }: { intent: IntentDetail['intent']; mayChange: boolean }) {
  const change = useChangeIntent();
  const { id, title, description, automate, locales } = intent;
  const canAutomate = automate || locales.length > 0;
  const set = (on: boolean) =>
    void attempt(
      change.mutateAsync({ id, title, description, automate: on }),
      on ? t('The bot answers this by itself.') : t('People answer this.'),
    );
  return (
    <fieldset
      disabled={!mayChange || !canAutomate || change.isPending}
      className="rounded-2xl border border-line bg-surface p-4"
    >
      <Toggle
        checked={automate}
        onChange={set}
        label={t('The bot answers this by itself')}
        explanation={canAutomate ? t('Off: people answer.') : t('Approve an answer first; until then people answer.')}
      />
    </fieldset>
  );
}

function Answer({ detail, locale, mayChange }: { detail: IntentDetail; locale: Locale; mayChange: boolean }) {
  const [written, setWritten] = useState<AnswerDraft | null>(null);
  const actions = useActions();
  const save = useSaveAnswer(detail.intent.id);
  const versions = versionsIn(detail, locale);
  const newest = draftOf(detail, locale);
  const draft = written ?? newest;
  const used = inUse(versions);
  // What marks stand for cannot be checked before.
  const notYet = save.isPending || actions.isPending;

  const keep = (approve: boolean) => {
    const problem = draftProblem(draft, variablesOf(actions.data?.actions.find(({ id }) => id === draft.actionId)));
    if (problem) return say('bad', problem);
    save.mutate(
      { locale, ...draft, approve },
      {
        onSuccess: () => {
          setWritten(null);
          say(
            'good',
            approve ? t('The bot says it from now on.') : t('The draft is kept. The bot does not say it yet.'),
          );
        },
      },
    );
  };
  return (
    <>
      <AnswerEditor detail={detail} locale={locale} draft={draft} onChange={setWritten} mayChange={mayChange}>
        {mayChange && (
          <div className="space-y-3">
            <Problem error={save.error} />
            <div className="flex flex-wrap gap-2">
              <Button
                tone="primary"
                disabled={notYet || (used !== undefined && isSame(used, draft))}
                onClick={() => keep(true)}
              >
                {save.isPending ? t('Saving…') : t('Approve')}
              </Button>
              <Button disabled={notYet || isSame(newest, draft)} onClick={() => keep(false)}>
                {t('Keep as draft')}
              </Button>
              {written && !isSame(newest, draft) && (
                <Button tone="quiet" onClick={() => setWritten(null)}>
                  {t('Throw changes away')}
                </Button>
              )}
            </div>
          </div>
        )}
      </AnswerEditor>
      <Versions
        intentId={detail.intent.id}
        versions={versions}
        mayChange={mayChange}
        onPutBack={() => setWritten(null)}
      />
    </>
  );
}
