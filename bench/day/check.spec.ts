import { describe, expect, it } from 'vitest';
import { replyId } from '../../libs/conversation/src/reply-id.js';
import { checkDay, type Day, type DayFindings, type DayMessage } from './check.js';

const message = (seq: number, senderType: DayMessage['senderType'], text: string): DayMessage => ({
  ...{ id: `m${seq}`, conversationId: 'c', seq, senderType, text, clientMessageId: `k${seq}`, createdAt: seq * 100 },
  kind: text === '' ? 'activity' : senderType === 'contact' ? 'inbound' : 'outbound',
  ...{ awaitingDecision: false, activity: null, emailLeft: false },
});
const question = 'Which e-mail address did you order with?';

/** A visitor is asked back, goes to people, is answered there, noted about, and closed. */
function whole(): Day {
  return {
    messages: [
      message(1, 'contact', 'where is my order?'),
      { ...message(2, 'bot', question), clientMessageId: replyId('m1', 0) },
      message(3, 'contact', 'a person please'),
      { ...message(4, 'system', ''), activity: 'handed_over' },
      { ...message(5, 'system', ''), activity: 'joined' },
      { ...message(6, 'agent', 'A note.'), kind: 'note' },
      message(7, 'agent', '**Here** it is.'),
      { ...message(8, 'system', ''), activity: 'resolved' },
    ],
    decisions: [
      { messageId: 'm1', kind: 'ask_slot', reason: null, createdAt: 150 },
      { messageId: 'm3', kind: 'escalate', reason: 'customer_request', createdAt: 350 },
    ],
    conversations: [{ id: 'c', status: 'resolved', owner: 'bot', waits: false, ownerKnown: false }],
    visitors: [{ name: 'V', conversationId: 'c', said: ['where is my order?', 'a person please'], emailAskedAgain: 0 }],
    agents: [{ name: 'A', said: ['A note.', '**Here** it is.', 'Too late.'], refused: ['Too late.'] }],
    shown: [
      { by: 'V', conversationId: 'c', seesNotes: false, texts: shown(false) },
      { by: 'A', conversationId: 'c', seesNotes: true, texts: shown(true) },
    ],
    lists: [{ by: 'A', conversationIds: ['c'] }],
    errors: [],
  };
}
const shown = (notes: boolean) => [
  ...['where is my order?', question, 'a person please', ...(notes ? ['A note.'] : [])],
  'Here it is.',
];

const at = (day: Day, seq: number) => day.messages.find((each) => each.seq === seq)!;
const without = (day: Day, seq: number) => ({ ...day, messages: day.messages.filter((each) => each.seq !== seq) });
const broken = (day: Day) => {
  const findings = checkDay(day);
  return (Object.keys(findings) as (keyof DayFindings)[]).filter((promise) => findings[promise].length > 0);
};

describe('the check of a day', () => {
  it('finds nothing in a whole one', () => {
    expect(broken(whole())).toEqual([]);
  });

  it.each<[string, (day: Day) => Day, (keyof DayFindings)[]]>([
    ['a visitor’s message is gone', (day) => without(day, 3), ['lost', 'gaps']],
    ['an agent’s reply is gone', (day) => without(day, 7), ['lost', 'gaps']],
    [
      'an agent’s reply is stored twice',
      (day) => (Object.assign(at(day, 6), { text: '**Here** it is.' }), day),
      ['lost', 'doubled', 'gaps'],
    ],
    ['a visitor’s screen misses one', (day) => (day.shown[0]!.texts.pop(), day), ['gaps']],
    ['a console shows one twice', (day) => (day.shown[1]!.texts.push('Here it is.'), day), ['gaps']],
    ['a visitor sees a note', (day) => ((day.shown[0]!.texts = shown(true)), day), ['gaps']],
    ['the e-mail is asked for again', (day) => ((day.visitors[0]!.emailAskedAgain = 1), day), ['askedTwice']],
    ['a conversation is in no list', (day) => ((day.lists[0]!.conversationIds = []), day), ['notListed']],
    ['a page threw', (day) => (day.errors.push('A: TypeError'), day), ['errors']],
  ])('names it where %s', (_, spoil, promises) => {
    expect(broken(spoil(whole()))).toEqual(promises);
  });

  it('names a question that is asked again in the same episode, and none of another', () => {
    const again = (activity: DayMessage['activity']): Day => {
      const day = whole();
      Object.assign(at(day, 3), { text: question, senderType: 'bot', kind: 'outbound' });
      return { ...day, messages: [at(day, 1), at(day, 2), { ...message(2.5, 'system', ''), activity }, at(day, 3)] };
    };
    expect(checkDay(again(null)).askedTwice).toEqual([`c#3: ${question}`]);
    expect(checkDay(again('resolved')).askedTwice).toEqual([]);
  });

  it('names what the bot says beside people, and whom nobody has', () => {
    const day = whole();
    Object.assign(at(day, 7), { senderType: 'bot' });
    expect(checkDay(day).botAfterPerson).toEqual(['c#7']);
    const settled = (status: Day['conversations'][0]['status'], ownerKnown: boolean, waits = false) => {
      const owner = waits ? 'queue' : 'agent';
      const open = whole().messages.slice(0, 7);
      return checkDay({ ...whole(), messages: open, conversations: [{ id: 'c', status, owner, waits, ownerKnown }] });
    };
    expect(settled('snoozed', true).unsettled).toEqual([]);
    expect(settled('open', true).unsettled).toEqual([]);
    expect(settled('queued', false, true).unsettled).toEqual([]);
    expect(settled('snoozed', false).unsettled).toEqual(['c is snoozed with agent']);
    expect(settled('bot', false).unsettled).toEqual(['c is bot with agent']);
  });
});
