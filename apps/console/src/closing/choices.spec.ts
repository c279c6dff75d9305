import type { IntentView } from '#contracts';
import { expect, it } from 'vitest';
import { choicesFor } from './choices.js';

const intents = ['order_status', 'refund', 'warranty'].map((name): IntentView => ({
  name,
  title: name.replace('_', ' '),
  description: '',
  automate: true,
}));
const request = {
  choices: [null, 'refund', 'order_status'].map((intent) => ({ intent, confidence: 0.3 })),
};
const shown = (query: string) => choicesFor(request, intents, query).map(({ key, title }) => `${key ?? '-'} ${title}`);

it('numbers the guesses as they stand; none of our topics is always 0, no question 9', () => {
  expect(shown('')).toEqual(['0 None of our topics', '1 refund', '2 order status', '9 No question here']);
});

it('finds any other topic by typing, and then takes no key for a pick', () => {
  expect(shown('warr')).toEqual(['- warranty', '- None of our topics', '- No question here']);
});
