/** Who comes when and wants what, and how the agents go about it: all of the day that a seed decides. Pure. */
import { seededRandom, type Random } from '#statistics';

export interface Story {
  name: string;
  /** In the widget in Chromium, or by its socket protocol. */
  client: 'widget' | 'socket';
  /** Seconds after the shop has opened; before it nobody is there. */
  arrivesAt: number;
  kind: 'question' | 'order' | 'person' | 'odd' | 'danger' | 'mail';
  /** One after the other, each once the one before it is answered. */
  says: string[];
  /** To agents: one for each of their replies. */
  answers: string[];
  /** Of the closed conversation; null: says nothing of it. */
  score: number | null;
  /** Written after it was closed. */
  afterwards: string | null;
}

/** What an agent does with a conversation, one step a visit. */
export type Step =
  | 'reply'
  | 'canned'
  | 'note'
  | 'label'
  | 'snooze'
  | 'put-off'
  | 'hand-back'
  | 'to-colleague'
  | 'to-team'
  | 'resolve'
  | 'resolve-undo';

export type OfferAnswer = 'accept' | 'decline' | 'ignore';

const questions = [
  ['how do i return an item?', 'thanks, that helps'],
  ['how much is delivery?', 'great, thank you!'],
  ['how long does delivery take?'],
  ['where are your shops?', 'thanks'],
  ['can i get an invoice for my order?'],
];
const orders = [
  ['where is my order 1042?', 'robin.ashdown@example.com', 'thank you'],
  ['has order 1041 been sent?', 'robin.ashdown@example.com'],
];
const odd = [
  'do you know how to fix a leaking tap in a submarine',
  'would you sponsor our village fete in june',
  'my neighbour says your lamps attract moths, is that so',
  'can your table carry a grand piano',
];
const dangers = ['the lamp gave me an electric shock', 'the candle set fire to my curtain'];
const answers = ['That would be kind.', 'It is the blue one.', 'On Friday, I think.', 'Good to know, thank you.'];

/** Of the visitors who come while somebody is there, how many of each. */
const shares: [Story['kind'], number][] = [
  ['danger', 5],
  ['order', 15],
  ['person', 25],
  ['odd', 25],
  ['question', 30],
];

/** Courses of conversations, in the proportions in which they come. */
const courses: Step[][] = [
  ['reply', 'reply', 'resolve'],
  ['canned', 'resolve'],
  ['to-colleague'],
  ['snooze', 'reply', 'resolve'],
  ['note', 'label', 'reply', 'resolve'],
  ['reply', 'to-team'],
  ['reply', 'hand-back'],
  ['reply', 'resolve'],
  ['reply', 'resolve-undo', 'reply', 'resolve'],
  ['resolve'],
  ['canned', 'reply', 'resolve'],
  ['reply', 'put-off'],
];
const offerAnswers: OfferAnswer[] = [...Array<OfferAnswer>(7).fill('accept'), 'decline', 'ignore'];

export interface DayPlan {
  stories: Story[];
  courses: Deck<Step[]>;
  offerAnswers: Deck<OfferAnswer>;
}

/** `widgets`: how many of the visitors come in Chromium. `seconds`: in which all have come. */
export function planDay(seed: number, visitors: number, widgets: number, seconds: number): DayPlan {
  const random = seededRandom(seed);
  const early = Math.max(2, Math.round(visitors / 20));
  const kinds: Story['kind'][] = [
    ...Array<Story['kind']>(early).fill('mail'),
    ...random.shuffle(drawnBy(shares, visitors - early)),
  ];
  const stories = kinds.map((kind, n) => storyOf(kind, n, random, n < early ? -1 : ((n - early) / visitors) * seconds));
  const inChromium = new Set([0, ...random.shuffle([...stories.keys()].slice(early)).slice(0, widgets - 1)]);
  return {
    stories: stories.map((story, n) => ({ ...story, client: inChromium.has(n) ? 'widget' : 'socket' })),
    courses: new Deck(courses, random),
    offerAnswers: new Deck(offerAnswers, random),
  };
}

function storyOf(kind: Story['kind'], n: number, random: Random, arrivesAt: number): Omit<Story, 'client'> {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random.next() * from.length)]!;
  const says = {
    question: () => pick(questions),
    order: () => pick(orders),
    person: () => ['My parcel came open and one thing is missing.'],
    odd: () => [pick(odd)],
    danger: () => [pick(dangers)],
    mail: () => ['The zip of my jacket broke on the first day.'],
  }[kind]();
  const withPeople = kind !== 'question' && kind !== 'order';
  return {
    ...{ name: `Visitor ${n + 1}`, arrivesAt, kind, says },
    answers: random.shuffle(answers).slice(0, Math.floor(random.next() * 3)),
    score: random.next() < 0.5 ? 1 + Math.floor(random.next() * 5) : null,
    afterwards: withPeople && kind !== 'mail' && random.next() < 0.2 ? 'One more thing: do you gift-wrap?' : null,
  };
}

/** As many as wanted, in the proportions of the shares. */
function drawnBy<T>(parts: [T, number][], wanted: number): T[] {
  const sum = parts.reduce((all, [, share]) => all + share, 0);
  const deck = parts.flatMap(([value, share]) => Array<T>(Math.ceil((share / sum) * wanted)).fill(value));
  return deck.slice(0, wanted);
}

/** Draws each once, in the given order first, so that even a short day has some of everything; then all again, shuffled. */
export class Deck<T> {
  private left: T[];

  constructor(
    private readonly cards: readonly T[],
    private readonly random: Random,
  ) {
    this.left = [...cards];
  }

  draw(): T {
    if (this.left.length === 0) this.left = this.random.shuffle(this.cards);
    return this.left.shift()!;
  }
}
