import { t } from '../language/t.js';
/** How figures are counted, in short; docs/reports.md has the formulas. */
export interface Definition {
  term: string;
  text: string;
}

const episode: Definition = {
  term: t('Episode'),
  text: t(
    'One request from the first message until somebody closes it, counted on the day it was opened. “Hello” or “thanks” alone is none.',
  ),
};

export const outcomeDefinitions: Definition[] = [
  episode,
  {
    term: t('Automation'),
    text: t('Episodes that the bot resolved, confirmed or assumed, of all that are closed: involvement × resolution.'),
  },
  { term: t('Involvement'), text: t('Closed episodes in which the bot answered or asked back about the request.') },
  { term: t('Resolution'), text: t('Of those with the bot involved, the ones that it resolved.') },
  { term: t('Confirmed'), text: t('The customer said that the bot’s answer helped: thanks after it, or 4 or 5 of 5.') },
  {
    term: t('Assumed'),
    text: t(
      'The bot answered last and nothing more came: nobody said that it helped, nor (1 or 2 of 5) that it did not.',
    ),
  },
  {
    term: t('Came back'),
    text: t(
      'Closed without people, but the same customer was back about the same, or an unknown, intent within 24 hours.',
    ),
  },
  { term: t('Went away'), text: t('The customer left with a question open.') },
  { term: t('To people'), text: t('An agent took it over.') },
  {
    term: t('Without people'),
    text: t('Closed and never with an agent (containment). Look at it beside how many of those came back.'),
  },
  {
    term: t('Interval'),
    text: t('The small figures and thin lines: where the share may really be, with 95 % certainty (Wilson).'),
  },
];

export const peopleDefinitions: Definition[] = [
  { term: t('Waiting'), text: t('From the first hand-over of an episode until an agent took it.') },
  { term: t('First response'), text: t('From the first hand-over until an agent’s first reply.') },
  { term: t('Handle time'), text: t('From when the agent who closed it took it until the closing.') },
  {
    term: t('Median, 9 of 10'),
    text: t('Half took at most the first; nine of ten at most the second. Nights and weekends count.'),
  },
  { term: t('By agent'), text: t('Each episode counts for the agent who closed it.') },
];

export const satisfactionDefinitions: Definition[] = [
  {
    term: t('Satisfied'),
    text: t('Customers who gave 4 or 5 of 5 when the chat asked them after closing, of those who answered.'),
  },
  { term: t('Bot, people'), text: t('Of episodes that the bot closed alone, and of those that an agent had.') },
];

export const agreementDefinitions: Definition[] = [
  {
    term: t('With the model'),
    text: t('Labels that agents gave when closing, where the model had a guess: the share that is the guess.'),
  },
  {
    term: t('In drawn order'),
    text: t(
      'The same where the proposals were shuffled, in a tenth of closings: the guess was not simply the first button.',
    ),
  },
  {
    term: t('First place picked'),
    text: t(
      'With shuffled proposals, how often the first on the screen was picked. Far above a third: agents click without looking.',
    ),
  },
  {
    term: t('Looked at again'),
    text: t(
      'Labels that a colleague later looked at, in the closed conversation or in the training data, and let stand.',
    ),
  },
  { term: t('Same words'), text: t('The same text of two customers, labelled by two agents: labelled alike.') },
];
