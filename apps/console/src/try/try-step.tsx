import { maySetUp } from '../session/roles.js';
import type { IntentRow } from '#contracts';
import { MessagesSquare, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { sentence } from '../connection/rest.js';
import { useModels } from '../models/queries.js';
import { useConsole } from '../session/console-context.js';
import { useIntentTable } from '../knowledge/queries.js';
import { useExamples } from '../training-data/queries.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { GoOn } from '../ui/go-on.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { Decision } from './decision.js';
import { useTry } from './queries.js';
import { Reading } from './reading.js';
import { TryChat } from './try-chat.js';
import type { Turn } from './turn.js';
import { WasWrong } from './was-wrong.js';
import { t } from '../language/t.js';

/** A chat beside its explanation. Nothing is sent, no action is called, nothing is kept. */
export default function TryStep() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const intents = useIntentTable();
  if (!mayChange) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Trying the bot is for admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  return (
    <Page title={t('Try it')} description={t('Write as a customer would, and see what the bot does with it and why.')}>
      <Loaded query={intents} what={t('The intents')}>
        {(table) => <Trial {...table} />}
      </Loaded>
    </Page>
  );
}

const nSuggestions = 4;
const anyExample = { search: '', source: '', intentId: '', suspicious: false } as const;

function Trial({ intents }: { intents: IntentRow[] }) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const trial = useTry();
  const models = useModels();
  const examples = useExamples(anyExample);
  const chosen = turns.find(({ id }) => id === chosenId);
  const noModel = models.data && !models.data.models.some(({ stage }) => stage === 'active');

  const beginAnew = () => {
    setTurns([]);
    setChosenId(null);
  };
  const send = (text: string) => {
    const id = turns.length;
    const change = (changed: Partial<Turn>) =>
      setTurns((before) => before.map((turn) => (turn.id === id ? { ...turn, ...changed } : turn)));
    setTurns([...turns, { id, text, tried: null, error: null }]);
    trial.mutate(
      { text, previousText: turns.at(-1)?.text ?? null },
      {
        onSuccess: (tried) => {
          change({ tried });
          setChosenId(id);
        },
        onError: (error) => change({ error: sentence(error) }),
      },
    );
  };
  return (
    <>
      {noModel && (
        <Alert tone="warn" action={<GoOn to="/set-up/train">{t('Train')}</GoOn>}>
          {t('No model serves yet, so every message goes to people.')}
        </Alert>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[24.5rem_minmax(0,1fr)]">
        <div className="space-y-2 lg:sticky lg:top-4">
          <TryChat
            turns={turns}
            chosen={chosenId}
            suggestions={suggestionsFrom(examples.data?.pages[0]?.examples ?? [])}
            busy={trial.isPending}
            onChoose={setChosenId}
            onSend={send}
          />
          {turns.length > 0 && !trial.isPending && (
            <Button tone="quiet" small onClick={beginAnew}>
              {t('Begin anew')}
            </Button>
          )}
        </div>
        <div className="space-y-4" aria-live="polite">
          {chosen?.tried ? (
            <>
              <Decision tried={chosen.tried} />
              <WasWrong key={chosen.id} text={chosen.text} tried={chosen.tried} intents={intents} />
              <Reading tried={chosen.tried} intents={intents} />
            </>
          ) : (
            <div className="h-80 rounded-2xl border border-dashed border-line">
              <Placeholder icon={MessagesSquare} title={t('What it understood stands here')}>
                {t('Its intent, how sure it is, what nearly won, and which rule decided.')}
              </Placeholder>
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** Short messages of different intents, so that the first try needs no thinking. */
function suggestionsFrom(examples: { text: string; intentId: string | null }[]): string[] {
  const byIntent = new Map(
    examples
      .filter(({ text, intentId }) => intentId && text.length <= 60)
      .map(({ text, intentId }) => [intentId, text]),
  );
  return [...byIntent.values()].slice(0, nSuggestions);
}
