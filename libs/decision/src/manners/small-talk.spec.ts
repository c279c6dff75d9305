import { describe, expect, it } from 'vitest';
import type { Reading } from '../situation.js';
import {
  afterThat,
  before,
  bot,
  intent,
  outcome,
  policy,
  reads,
  says,
  settled,
  shop,
  unlikeAnything,
  unsure,
  withActs,
} from '../testing/situations.js';
import { words } from '../words/index.js';

const en = words.en;

describe('returns', () => {
  it.each<[string, string, Reading, object]>([
    ['a greeting', 'hello', unlikeAnything, { kind: 'small_talk', rule: 'small_talk', replies: [{ text: en.smallTalk.greeting[0] }] }], // prettier-ignore
    ['a greeting by the shop’s own words', 'hello', reads(['greeting', 0.9]), { kind: 'answer', rule: 'confident', replies: [{ text: 'Welcome to the shop!' }] }], // prettier-ignore
    ['a greeting, whatever else the model reads', 'hello', reads(['refund', 0.99]), { kind: 'small_talk' }],
    ['thanks', 'thanks a lot 🙏', unsure, { replies: [{ text: en.smallTalk.thanks[0] }] }],
    ['an emoji', '👍', unsure, { replies: [{ text: en.smallTalk.acknowledgement[0] }] }],
    ['a wave', '👋', unsure, { replies: [{ text: en.smallTalk.greeting[0] }] }],
    ['a sad face', '😢', unsure, { kind: 'small_talk', replies: [{ text: en.smallTalk.unhappy[0], quickReplies: [{ label: en.person }] }] }], // prettier-ignore
    ['an angry face', '😡', unsure, { kind: 'escalate', rule: 'upset' }],
    ['the question what it is', 'are you a bot?', reads(['talk_to_human', 0.9]), { replies: [{ text: en.smallTalk.identity[0], quickReplies: [{ label: en.person, text: en.askForPerson }] }] }], // prettier-ignore
    ['thanks with a question by an answer', 'thanks, when does it come?', reads(['delivery', 0.9]), { kind: 'answer', intentId: 'id of delivery' }], // prettier-ignore
  ])('%s: %s', (_, text, reading, expected) => expect(outcome(says(text), reading)).toMatchObject(expected));

  it.each(['no thanks', "that's all", 'no', 'bye'])('"%s" after an answer by a goodbye', (text) => {
    const turn = says(text, { earlier: [before('my refund', 'answer', 'refund')], lastBot: bot('Answer to refund.') });
    expect(outcome(turn, unsure)).toMatchObject({ kind: 'small_talk', replies: [{ text: en.smallTalk.goodbye[0] }] });
  });
});

describe('politeness that no list has, below the threshold', () => {
  const strict = { policy: { ...policy, threshold: 0.95 } };
  const sure = (intent: string): Reading => ({ ...reads([intent, 0.9]), oosScore: 0.05 });

  it('is returned where the model is sure of it', () => {
    const done = outcome(says('I trust this finds you well'), sure('greeting'), strict);
    expect(done).toMatchObject({ kind: 'small_talk', replies: [{ text: en.smallTalk.greeting[0] }] });
  });

  it('is by itself what it is, whatever it seems after another message', () => {
    const reading = { ...reads(['refund', 0.5]), readAfterPrevious: true, alone: sure('closing') };
    expect(outcome(says('lovely job', { lastBot: bot('Done.') }), reading, strict)).toMatchObject({
      kind: 'small_talk',
    });
  });

  it.each<[string, string, Reading]>([
    ['the model is less sure', 'I trust this finds you well', { ...reads(['greeting', 0.75]), oosScore: 0.05 }],
    ['it may fit no intent', 'I trust this finds you well', { ...reads(['greeting', 0.9]), oosScore: 0.6 }],
    ['it did not help', "did all that. it doesn't work", sure('closing')],
    ['something is asked', 'lovely job, and that costs nothing?', sure('closing')],
    ['several things are said', 'lovely job, and the next', withActs(sure('closing'), { several_requests: 0.7 })],
  ])('is not where %s', (_, text, reading) =>
    expect(outcome(says(text), reading, strict)).not.toMatchObject({ kind: 'small_talk' }),
  );
});

it('nobody is content before the bot has said anything', () => {
  const turn = says("oh brilliant, one boot in the box. i'll just hop then");
  const reading = { ...reads(['closing', 0.95]), oosScore: 0.05 };
  const closing = { ...shop, intents: new Map([...shop.intents, ['closing', intent('closing')]]) };
  expect(outcome(turn, reading, { shop: closing })).toMatchObject({ kind: 'escalate' });
  expect(outcome({ ...turn, lastBot: bot('Your order has come.') }, reading, { shop: closing })).toMatchObject({ kind: 'answer' }); // prettier-ignore
});

describe('what only takes note of an answer', () => {
  const answered = { earlier: [before('my refund', 'answer', 'refund')], lastBot: bot('Answer to refund.') };
  const noted = withActs(reads(['refund', 0.7]), { acknowledgement: 0.95 });

  it.each<[string, string, Reading, object]>([
    ['is returned', 'right, will do that then', noted, { replies: [{ text: en.smallTalk.acknowledgement[0] }] }],
    ['with thanks', 'will do that then, cheers', noted, { replies: [{ text: en.smallTalk.thanks[0] }] }],
    ['as thanks with typing errors', 'ok thabks', withActs(noted, { follow_up: 0.8 }), { kind: 'small_talk' }],
    ['even where it sounds upset', 'you have been ever so kind', withActs(noted, { upset: 0.995 }), { kind: 'small_talk' }],
  ])('%s: %s', (_, text, reading, expected) => expect(outcome(says(text, answered), reading)).toMatchObject(expected)); // prettier-ignore

  it.each<[string, string, Reading, object]>([
    ['something is asked', 'right, and when?', noted, answered],
    ['it tells news', "hmm it says it's packed already", noted, answered],
    ['it wants something', 'actually forget that just want the money', noted, answered],
    ['it wants the same for another thing', 'same again for the candle', noted, answered],
    ['it tells how long', 'well it has been nine of those', noted, answered],
    ['a yes is asked for', 'so its ok to just try again', noted, answered],
    ['it means another thing', 'nah sorry, my eyes. the lamp i’m after, the one beside it', noted, answered],
    ['it denies something', 'nope, not in junk either', noted, answered],
    ['it tells a number', 'it was 1042 all along', noted, answered],
    ['it may be more than that', 'right, will do that', withActs(noted, { acknowledgement: 0.8 }), answered],
    ['several things are said', 'right, do that and this', withActs(noted, { several_requests: 0.7 }), answered],
    ['it goes on', 'got it, but it is blank', noted, answered],
    ['a sad face stands in it', 'it says packed already :/', noted, answered],
    ['it puts something right', 'I meant the shirt, silly me', noted, answered],
    ['something is asked without a mark', 'aw ok. have you the mug in then', noted, answered],
    ['something is presumed', 'and I take it the dryer is out of the question', noted, answered],
    ['it is said as if it were sure', 'and then the bank sits on it I suppose', noted, answered],
    ['it goes on in short', 'ta. n if theres some left on it', noted, answered],
    ['it objects', 'thank you duck. no printer here mind', noted, answered],
    ['something is asked in dialect', 'grand so. have ye the throw left', noted, answered],
    ['it is likely about something', 'I muddled it, that is my old one', { ...noted, confidence: 0.78 }, answered],
    ['it is surely about something else', 'no need for it, off it goes', withActs(reads(['delivery', 0.9]), { acknowledgement: 0.95 }), answered], // prettier-ignore
    [
      'it leans on what was said',
      "oh, it's the wool one, should've said",
      withActs(noted, { follow_up: 0.8 }),
      answered,
    ],
    ['nothing was answered', 'will do that then', noted, {}],
    ['people had the last one', 'will do that then', noted, { earlier: [before('my refund', 'escalate', 'refund')] }],
  ])('is not where %s', (_, text, reading, said) =>
    expect(outcome(says(text, said), reading)).not.toMatchObject({ kind: 'small_talk' }),
  );
});

describe('what only takes note of a question', () => {
  const asked = (rule: 'said_before' | 'close_intents', text: string) =>
    says(text, {
      earlier: [before('my refund', 'clarify', null, null, { rule }), before('my refund', 'answer', 'refund')],
      lastBot: bot('Which?', 'Refund status'),
    });
  const noted = (intent: string) => withActs(reads([intent, 0.5]), { acknowledgement: 0.95 });

  it.each<[string, Parameters<typeof asked>, Reading, object]>([
    ['what was said once more is enough', ['said_before', 'ah right, the page it is'], noted('refund'), { replies: [{ text: en.smallTalk.acknowledgement[0] }] }], // prettier-ignore
    ['so is it by a list', ['said_before', 'ok'], unsure, { replies: [{ text: en.smallTalk.acknowledgement[0] }] }],
    ['which intent is meant stays open', ['close_intents', 'fair dos'], noted('closing'), { replies: [{ text: en.choose[0] }] }],
  ])('%s', (_, said, reading, expected) => {
    expect(outcome(asked(...said), reading)).toMatchObject({ kind: 'small_talk', ...expected });
  }); // prettier-ignore

  it('is not where it may be about one of them', () => {
    const done = outcome(asked('close_intents', 'the one with the money'), noted('refund'));
    expect(done).not.toMatchObject({ kind: 'small_talk' });
  });
});

it('never says the same twice in a row, and grows brief', () => {
  let turn = says('hi');
  const said: string[] = [];
  for (let i = 0; i < 6; i++) {
    const done = settled(turn, unsure, {});
    said.push(done.replies[0]!.text);
    turn = afterThat(turn, done, 'hi');
  }
  const [first, second] = en.brief;
  expect(said).toEqual([...en.smallTalk.greeting, first, second, first, second]);
});

it('says the shop’s own greeting once', () => {
  const turn = says('hi', { earlier: [before('hi', 'answer', 'greeting')], lastBot: bot('Welcome to the shop!') });
  const replies = [{ text: en.smallTalk.greeting[0] }];
  expect(outcome(turn, reads(['greeting', 0.9]))).toMatchObject({ kind: 'small_talk', replies });
});

describe('while the bot waits for a number', () => {
  const earlier = [before('where is it', 'ask_slot', 'order', 'orderId')];
  it.each<[string, object]>([
    ['no thanks', { kind: 'small_talk', replies: [{ text: en.smallTalk.goodbye[0] }] }],
    ['are you a bot', { kind: 'small_talk' }],
    ['hello?', { kind: 'ask_slot', slot: 'orderId' }],
    ['👍', { kind: 'ask_slot', slot: 'orderId' }],
  ])('%s', (text, expected) => expect(outcome(says(text, { earlier }), unlikeAnything)).toMatchObject(expected));
});

it('"never mind" ends the question', () => {
  const earlier = [before('never mind', 'small_talk'), before('where is it', 'ask_slot', 'order', 'orderId')];
  expect(outcome(says('about the towels that I saw', { earlier }), unlikeAnything)).toMatchObject({
    rule: 'out_of_scope',
  });
});
