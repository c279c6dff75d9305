import { topicsOf } from '#topics';
import { contextOf, forRequest, languageIn, isOutOfScope, languageOf, type Context } from './context.js';
import { evidenceOfWords, withEvidence } from './evidence.js';
import { handOver } from './handover/hand-over.js';
import { sensitive } from './handover/sensitive.js';
import { withoutLoops } from './loops.js';
import { smallTalk } from './manners/small-talk.js';
import { escalate, type Compare, type Outcome, type Settled } from './outcome.js';
import { noneOfThese, notGiven, questionAnswered, stillOpen } from './questions/own-question.js';
import { together, type Request } from './requests/several.js';
import { isUnsure, leansOnAnother, whichOfThem, withQuestion } from './requests/unsure.js';
import { confident, likely } from './rules/answering.js';
import { filesAlone, oneOfSeveral, tooGeneral, vague } from './rules/asking.js';
import { instructed, otherLanguage, personAskedFor, sensitiveTopic, upset } from './rules/people-first.js';
import { allGiven, choiceAlone, numberAlone, numberPutRight, otherNumber, slotGiven } from './rules/values.js';
import type { Knowledge, Turn } from './situation.js';

type Rule = (context: Context) => Outcome | null;

/** The first that has something to say says it. */
const rules: Rule[] = [
  filesAlone,
  sensitiveTopic,
  questionAnswered,
  smallTalk,
  noneOfThese,
  notGiven,
  numberAlone,
  numberPutRight,
  allGiven,
  personAskedFor,
  instructed,
  upset,
  otherLanguage,
  severalRequests,
  choiceAlone,
  vague,
  confident,
  otherNumber,
  slotGiven,
  likely,
  stillOpen,
  oneOfSeveral,
  tooGeneral,
];

/** Of one request among several: it is answered, asked for what it needs, or unsure. */
const rulesOfOne: Rule[] = [otherLanguage, confident, slotGiven, likely];

/**
 * The one place where it is decided what happens with a visitor's message: answer, ask back, ask for what an answer needs, return small
 * talk, call the shop first, or hand over. `null`: no model has read it in time. After an `act` or `compare` outcome the same turn is decided
 * again, with its result among what is known.
 */
export function decide(turn: Turn, known: null): Settled;
export function decide(turn: Turn, known: Knowledge | null): Outcome | Compare;
export function decide(turn: Turn, known: Knowledge | null): Outcome | Compare {
  if (!known) return byWords(turn);
  const context = contextOf(turn, known);
  const outcome = withoutLoops(context, firstOf(rules, context));
  return outcome.kind === 'act' || outcome.kind === 'compare' ? outcome : withEvidence(context, outcome);
}

/** Without a model people have it; danger is heard all the same. */
function byWords(turn: Turn): Settled {
  const settings = { disabled: [], own: [], helpLine: '' };
  const topics = topicsOf(turn.text, {}, settings);
  const settled =
    topics.length === 0 ? escalate('model_silent') : sensitive(topics, languageOf(turn, null), '', settings);
  return { ...settled, evidence: evidenceOfWords(languageIn(turn.text, turn), topics) };
}

function firstOf(list: Rule[], context: Context): Outcome {
  for (const rule of list) {
    const outcome = rule(context);
    if (outcome) return outcome;
  }
  return handOver(context, isOutOfScope(context) ? 'out_of_scope' : 'not_confident');
}

/** Each by itself, then all of them together. */
function severalRequests(context: Context): Outcome | null {
  const { requests } = context.reading;
  if (requests.length < 2) return null;
  const settled = requests.reduce<Request[]>((done, request) => {
    const { from, to, intent, confidence, text } = request;
    const before = done.at(-1)?.outcome;
    const leans = before !== undefined && isUnsure(before) && leansOnAnother(text);
    const outcome = leans ? before : firstOf(rulesOfOne, forRequest(context, request));
    return [...done, { from, to, intent, confidence, outcome }];
  }, []);
  return settled.every(({ outcome }) => isUnsure(outcome))
    ? whichOfThem(context)
    : together(context, withQuestion(context, settled));
}
