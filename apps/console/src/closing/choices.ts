import type { ClosingRequest, IntentView } from '#contracts';
import { searchIntents } from '../conversation/intents.js';
import { noneOfOurTopics, noQuestion, pickTitle, type Said } from './labels.js';
import { t } from '../language/t.js';

export interface Choice extends Said {
  /** The key that picks it while nothing is typed; null: none. */
  key: string | null;
  title: string;
  about: string;
}

const noneKey = '0';
const noQuestionKey = '9';

/**
 * What to choose from: the bot's guesses as the server has put them, or, once something is typed, the intents that match. None of our
 * topics and no question stay in reach.
 */
export function choicesFor(
  request: Pick<ClosingRequest, 'choices'>,
  intents: IntentView[] | undefined,
  query: string,
): Choice[] {
  const none = {
    ...noneOfOurTopics,
    key: noneKey,
    title: pickTitle(noneOfOurTopics, intents),
    about: t('The bot need not know it'),
  };
  const nothing = {
    ...noQuestion,
    key: noQuestionKey,
    title: pickTitle(noQuestion, intents),
    about: t('The bot learns nothing'),
  };
  if (query.trim() !== '') {
    const found = searchIntents(intents ?? [], query).map(({ name, title, description }) => ({
      ...{ intent: name, outOfScope: false, key: null, title, about: description },
    }));
    return [...found, { ...none, key: null }, { ...nothing, key: null }];
  }
  let place = 0;
  const guesses = request.choices.map(({ intent }): Choice => {
    if (intent === null) return none;
    const about = intents?.find(({ name }) => name === intent)?.description ?? '';
    const said = { intent, outOfScope: false };
    return { ...said, key: String(++place), title: pickTitle(said, intents), about };
  });
  return [...guesses, nothing];
}
