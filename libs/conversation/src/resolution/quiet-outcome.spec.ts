import { expect, it } from 'vitest';
import { quietOutcome, type QuietFacts } from './quiet-outcome.js';

const answered: QuietFacts = {
  quietSeconds: 1800,
  limitSeconds: 1800,
  decisionOwed: false,
  agentJoined: false,
  lastSpeaker: 'bot',
  lastDecision: 'answer',
};

it.each<[string, Partial<QuietFacts>, string | null]>([
  ['an answer that was enough', {}, 'assumed'],
  ['an answer that may still get a reply', { quietSeconds: 1799.9 }, null],
  ['a message that waits for the bot', { decisionOwed: true }, null],
  ['a question of the bot', { lastDecision: 'clarify' }, 'abandoned'],
  ['a customer left without an answer', { lastSpeaker: 'contact' }, 'abandoned'],
  ['what an agent handed back', { agentJoined: true, lastSpeaker: 'agent', lastDecision: 'escalate' }, 'handed_off'],
  ['an answer after an agent handed back', { agentJoined: true }, 'handed_off'],
  ['nothing said at all', { lastSpeaker: null, lastDecision: null }, 'abandoned'],
])('%s', (_, facts, outcome) => {
  expect(quietOutcome({ ...answered, ...facts })).toBe(outcome);
});
