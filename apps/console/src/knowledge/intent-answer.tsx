import type { IntentRow, Locale } from '#contracts';
import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { Key } from '../ui/hint.js';
import { Loaded } from '../ui/loaded.js';
import { Problem } from '../ui/problem.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useActions } from '../actions/queries.js';
import { draftOf, draftProblem, inUse, isSame, variablesOf, versionsIn, type AnswerDraft } from './answer-draft.js';
import { AnswerEditor } from './answer-editor.js';
import { LocaleSelect } from './locale-select.js';
import { useChangeIntent, useIntentDetail, useSaveAnswer } from './queries.js';
import { t } from '../language/t.js';

/** One intent of the set-up's way: its messages, its answer, and on to the next. */
export function IntentAnswer({
  intent,
  locale,
  onLocale,
  mayChange,
  draft: written,
  onDraft,
  go,
  onApproved,
}: {
  intent: IntentRow;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  mayChange: boolean;
  draft: AnswerDraft | undefined;
  onDraft: (draft: AnswerDraft | null) => void;
  /** So many intents on. */
  go: (steps: number) => void;
  onApproved: () => void;
}) {
  const detail = useIntentDetail(intent.id);
  const actions = useActions();
  const save = useSaveAnswer(intent.id);
  const change = useChangeIntent();
  const [automate, setAutomate] = useState(intent.automate || intent.locales.length === 0);
  const pending = save.isPending || change.isPending;
  // What marks stand for cannot be checked before.
  const notYet = pending || actions.isPending;

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      go(event.key === 'ArrowDown' ? 1 : -1);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });

  const keep = async (draft: AnswerDraft, approve: boolean) => {
    if (notYet) return;
    const known = variablesOf(actions.data?.actions.find(({ id }) => id === draft.actionId));
    const problem = draftProblem(draft, known);
    if (problem) return say('bad', problem);
    try {
      await save.mutateAsync({ locale, ...draft, approve });
      if (approve && automate !== intent.automate) {
        await change.mutateAsync({ id: intent.id, title: intent.title, description: intent.description, automate });
      }
      onDraft(null);
      say(
        'good',
        approve
          ? t('“{title}” is approved.', { title: intent.title })
          : t('The draft is kept. The bot does not say it yet.'),
      );
      if (approve) onApproved();
    } catch {
      // Shown where the buttons are.
    }
  };
  return (
    <Loaded query={detail} what={t('The intent')}>
      {(data) => {
        const draft = written ?? draftOf(data, locale);
        const used = inUse(versionsIn(data, locale));
        const isUnchanged = used !== undefined && isSame(used, draft);
        const keyDown = (event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && mayChange && !isUnchanged)
            void keep(draft, true);
        };
        return (
          <section aria-label={intent.title} className="min-w-0 space-y-4" onKeyDown={keyDown}>
            <header className="flex flex-wrap items-center gap-2">
              <div className="min-w-48 flex-1">
                <h2 className="text-base font-semibold">{intent.title}</h2>
                <p className="figures text-compact text-muted">
                  {t('{count} messages', { count: intent.nExamples })}
                  {intent.description && ` · ${intent.description}`}
                </p>
              </div>
              <LocaleSelect value={locale} approved={intent.locales} onChange={onLocale} />
              <IconButton label={t('Previous intent (Alt+↑)')} onClick={() => go(-1)}>
                <ArrowLeft size={16} className="rtl:-scale-x-100" aria-hidden />
              </IconButton>
              <IconButton label={t('Next intent (Alt+↓)')} onClick={() => go(1)}>
                <ArrowRight size={16} className="rtl:-scale-x-100" aria-hidden />
              </IconButton>
            </header>
            <ul aria-label={t('What customers write')} className="flex flex-wrap gap-1.5">
              {data.examples.slice(0, 5).map(({ id, text }) => (
                <li
                  key={id}
                  dir="auto"
                  className="max-w-full truncate rounded-full bg-hover px-3 py-1 text-compact text-muted"
                >
                  {text}
                </li>
              ))}
            </ul>
            <AnswerEditor detail={data} locale={locale} draft={draft} onChange={onDraft} mayChange={mayChange}>
              {mayChange && (
                <div className="space-y-3 rounded-xl border border-line bg-surface p-3">
                  <Toggle
                    checked={automate}
                    onChange={setAutomate}
                    label={t('The bot answers this by itself')}
                    explanation={t('Off: people answer. It takes effect when you approve.')}
                  />
                  <Problem error={save.error ?? change.error} />
                  <div className="flex flex-wrap items-center gap-2">
                    <Button
                      tone="primary"
                      disabled={notYet || (isUnchanged && automate === intent.automate)}
                      onClick={() => void keep(draft, true)}
                    >
                      <Check size={15} aria-hidden /> {pending ? t('Saving…') : t('Approve and go on')}
                    </Button>
                    <Button
                      disabled={notYet || isSame(draftOf(data, locale), draft)}
                      onClick={() => void keep(draft, false)}
                    >
                      {t('Keep as draft')}
                    </Button>
                    <Button tone="quiet" onClick={() => go(1)}>
                      {t('Skip')}
                    </Button>
                    <span aria-hidden className="ms-auto hidden items-center gap-1 text-xs text-faint sm:flex">
                      <Key>Ctrl</Key> <Key>Enter</Key> {t('approves')} · <Key>Alt</Key> <Key>↓</Key> {t('skips')}
                    </span>
                  </div>
                </div>
              )}
            </AnswerEditor>
          </section>
        );
      }}
    </Loaded>
  );
}
