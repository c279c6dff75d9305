import { describe, expect, it } from 'vitest';
import type { MessageView } from '#contracts';
import type { Outgoing } from './state.js';
import { openQuickReplies, timeline } from './timeline.js';

let seq = 0;
function message(kind: MessageView['kind'], senderType: MessageView['senderType'], minute: number): MessageView {
  seq++;
  return {
    id: `${seq}`,
    conversationId: 'c',
    seq,
    previousSeq: seq - 1,
    kind,
    senderType,
    senderName: senderType === 'contact' ? null : senderType,
    text: 'text',
    activity: null,
    quickReplies: [{ label: 'Yes', text: 'Yes, please' }],
    attachments: [],
    mail: null,
    clientMessageId: `m${seq}`,
    modelVersionId: null,
    createdAt: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
  };
}
const out = (kind: Outgoing['kind'], minute: number): Outgoing => ({
  clientMessageId: `o${minute}`,
  kind,
  text: 'on its way',
  attachments: [],
  createdAt: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
  status: 'sending',
  error: null,
  seq: null,
});

describe('timeline', () => {
  it('groups bubbles of one sender, split by activity, by a pause and by another sender', () => {
    const messages = [
      message('inbound', 'contact', 0),
      message('outbound', 'bot', 0),
      message('outbound', 'bot', 1),
      message('activity', 'system', 1),
      message('outbound', 'agent', 2),
      message('outbound', 'agent', 20),
      message('inbound', 'contact', 21),
    ];
    const rows = timeline({ messages, outgoing: [out('text', 22), out('human', 23)] });
    const drawn = rows.map((row) =>
      row.type === 'activity' ? 'activity' : `${row.first ? '[' : ''}${row.sender}${row.last ? ']' : ''}`,
    );
    expect(drawn).toEqual(['[contact]', '[bot', 'bot]', 'activity', '[agent]', '[agent]', '[contact', 'contact]']);
    expect(rows.at(-1)).toMatchObject({ status: 'sending', text: 'on its way' });
  });

  it('offers quick replies only while the answer that brought them is the last word', () => {
    const answer = message('outbound', 'bot', 0);
    expect(openQuickReplies({ messages: [answer], outgoing: [] })).toEqual(answer.quickReplies);
    expect(openQuickReplies({ messages: [answer], outgoing: [out('text', 1)] })).toEqual([]);
    expect(openQuickReplies({ messages: [answer, message('inbound', 'contact', 1)], outgoing: [] })).toEqual([]);
    expect(openQuickReplies({ messages: [], outgoing: [] })).toEqual([]);
    const handedOver = message('activity', 'system', 1);
    expect(openQuickReplies({ messages: [answer, handedOver], outgoing: [] })).toEqual([]);
  });

  it('offers of several bubbles only what the last one brought', () => {
    const bubbles = [message('outbound', 'bot', 0), { ...message('outbound', 'bot', 0), quickReplies: [] }];
    expect(openQuickReplies({ messages: bubbles, outgoing: [] })).toEqual([]);
    expect(openQuickReplies({ messages: bubbles.toReversed(), outgoing: [] })).toEqual(bubbles[0]!.quickReplies);
  });
});
