/** How figures are counted, in short; docs/reports.md has the formulas. */
export interface Definition {
  term: string;
  text: string;
}

const episode: Definition = {
  term: 'Episode',
  text: 'One request from the first message until somebody closes it, counted on the day it was opened. “Hello” or “thanks” alone is none.',
};

export const outcomeDefinitions: Definition[] = [
  episode,
  {
    term: 'Automation',
    text: 'Episodes that the bot resolved, confirmed or assumed, of all that are closed: involvement × resolution.',
  },
  { term: 'Involvement', text: 'Closed episodes in which the bot answered or asked back about the request.' },
  { term: 'Resolution', text: 'Of those with the bot involved, the ones that it resolved.' },
  { term: 'Confirmed', text: 'The customer said that the bot’s answer helped: thanks after it, or 4 or 5 of 5.' },
  {
    term: 'Assumed',
    text: 'The bot answered last and nothing more came: nobody said that it helped, nor (1 or 2 of 5) that it did not.',
  },
  {
    term: 'Came back',
    text: 'Closed without people, but the same customer was back about the same, or an unknown, intent within 24 hours.',
  },
  { term: 'Left', text: 'The customer left with a question open.' },
  { term: 'To people', text: 'An agent took it over.' },
  {
    term: 'Without people',
    text: 'Closed and never with an agent (containment). Look at it beside how many of those came back.',
  },
  {
    term: 'Interval',
    text: 'The small figures and thin lines: where the share may really be, with 95 % certainty (Wilson).',
  },
];

export const peopleDefinitions: Definition[] = [
  { term: 'Waiting', text: 'From the first hand-over of an episode until an agent took it.' },
  { term: 'First response', text: 'From the first hand-over until an agent’s first reply.' },
  { term: 'Handle time', text: 'From when the agent who closed it took it until the closing.' },
  {
    term: 'Median, 9 of 10',
    text: 'Half took at most the first; nine of ten at most the second. Nights and weekends count.',
  },
  { term: 'By agent', text: 'Each episode counts for the agent who closed it.' },
];

export const satisfactionDefinitions: Definition[] = [
  {
    term: 'Satisfied',
    text: 'Customers who gave 4 or 5 of 5 when the chat asked them after closing, of those who answered.',
  },
  { term: 'Bot, people', text: 'Of episodes that the bot closed alone, and of those that an agent had.' },
];

export const agreementDefinitions: Definition[] = [
  {
    term: 'With the model',
    text: 'Labels that agents gave when closing, where the model had a guess: the share that is the guess.',
  },
  {
    term: 'In drawn order',
    text: 'The same where the proposals were shuffled, in a tenth of closings: the guess was not simply the first button.',
  },
  {
    term: 'First place picked',
    text: 'With shuffled proposals, how often the first on the screen was picked. Far above a third: agents click without looking.',
  },
  {
    term: 'Looked at again',
    text: 'Labels that a colleague later looked at, in the closed conversation or in the training data, and let stand.',
  },
  { term: 'Same words', text: 'The same text of two customers, labelled by two agents: labelled alike.' },
];
