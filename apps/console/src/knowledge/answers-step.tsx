import { maySetUp } from '../session/roles.js';
import type { IntentRow, Locale } from '#contracts';
import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import type { AnswerDraft } from './answer-draft.js';
import { IntentAnswer } from './intent-answer.js';
import { IntentRail } from './intent-rail.js';
import { useIntentTable } from './queries.js';
import { useWorkspaceLocale } from './workspace-locale.js';
import { t } from '../language/t.js';

/** The set-up's way through all intents: write or take an answer, approve it, go on. */
export default function AnswersStep() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const table = useIntentTable();
  const own = useWorkspaceLocale();
  const [other, setOther] = useState<Locale | null>(null);
  const locale = other ?? own;
  const [chosen, setChosen] = useState<string | null>(null);
  /** What was written and not saved yet, so that going on loses nothing. */
  const [drafts, setDrafts] = useState<Record<string, AnswerDraft>>({});
  const isApproved = ({ locales }: IntentRow) => locales.includes(locale);
  return (
    <Page
      title={t('What the bot may say')}
      description={t(
        'The bot says only what you approve here; for everything else it calls a person. The most asked come first.',
      )}
    >
      <Loaded query={table} what={t('The intents')}>
        {({ intents }) => {
          const inOrder = intents.toSorted((a, b) => b.nExamples - a.nExamples);
          const place = Math.max(
            0,
            inOrder.findIndex(chosen === null ? (intent) => !isApproved(intent) : ({ id }) => id === chosen),
          );
          const intent = inOrder[place];
          if (!intent) {
            return (
              <Placeholder
                icon={MessageSquareText}
                title={t('No intents yet')}
                action={
                  <Link to="/set-up/tickets" className="font-medium text-accent-ink underline">
                    {t('Go to tickets')}
                  </Link>
                }
              >
                {t('They come from your tickets, or from a starter kit.')}
              </Placeholder>
            );
          }
          const draftKey = `${intent.id} ${locale}`;
          const go = (steps: number) => {
            const next = inOrder[(place + steps + inOrder.length) % inOrder.length];
            if (next) setChosen(next.id);
          };
          const goToUnapproved = () => {
            const rest = [...inOrder.slice(place + 1), ...inOrder.slice(0, place)];
            const next = rest.find((entry) => !isApproved(entry)) ?? intent;
            // Whoever chose another one while this was saved stays there.
            setChosen((current) => (current === null || current === intent.id ? next.id : current));
          };
          return (
            <div className="grid items-start gap-6 xl:grid-cols-[15rem_1fr]">
              <IntentRail intents={inOrder} current={intent} isApproved={isApproved} onChoose={setChosen} />
              <IntentAnswer
                key={draftKey}
                intent={intent}
                locale={locale}
                onLocale={setOther}
                mayChange={mayChange}
                draft={drafts[draftKey]}
                onDraft={(draft) =>
                  setDrafts(({ [draftKey]: _replaced, ...others }) =>
                    draft ? { ...others, [draftKey]: draft } : others,
                  )
                }
                go={go}
                onApproved={goToUnapproved}
              />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
