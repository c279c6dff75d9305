import type { Activity, AttachmentView, QuickReply } from '#contracts';
import type { ChatState, Outgoing } from './state.js';

export interface Bubble {
  type: 'bubble';
  /** The client's id, so that a bubble stays the same element from sending to delivered. */
  key: string;
  sender: 'contact' | 'bot' | 'agent' | 'system';
  name: string | null;
  text: string;
  attachments: readonly AttachmentView[];
  /** Null: the history does not show it yet. */
  seq: number | null;
  createdAt: string;
  status: Outgoing['status'];
  error: string | null;
  /** Bounds of a run of bubbles of one sender. */
  first: boolean;
  last: boolean;
}

/** `text`: the sentence of a line from before there were activities. */
export interface ActivityLine {
  type: 'activity';
  key: string;
  activity: Activity | null;
  text: string;
}

export type Row = Bubble | ActivityLine;

/** A longer pause starts a new run, with its own name and time. In ms. */
const runGap = 5 * 60_000;

/** The conversation as it is drawn: history, then what is still on its way. */
export function timeline({ messages, outgoing }: Pick<ChatState, 'messages' | 'outgoing'>): Row[] {
  const rows: Row[] = [];
  for (const m of messages) {
    const base = { key: m.clientMessageId, text: m.text };
    if (m.kind === 'activity') rows.push({ type: 'activity', activity: m.activity, ...base });
    else
      rows.push(
        bubble({
          ...base,
          attachments: m.attachments ?? [],
          seq: m.seq,
          sender: m.senderType,
          name: m.senderName,
          createdAt: m.createdAt,
        }),
      );
  }
  for (const o of outgoing) {
    // A request for a person is a button press: the server's own line about it will follow.
    if (o.kind === 'human') continue;
    const { clientMessageId: key, text, attachments, createdAt, status, error } = o;
    const content = { key, text, attachments, seq: null, sender: 'contact', name: null, createdAt } as const;
    rows.push({ ...bubble(content), status, error });
  }
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (row.type === 'activity' || next?.type !== 'bubble' || !sameRun(row, next)) return;
    row.last = false;
    next.first = false;
  });
  return rows;
}

/** Suggested answers stand only until the visitor says anything. */
export function openQuickReplies({ messages, outgoing }: Pick<ChatState, 'messages' | 'outgoing'>): QuickReply[] {
  const last = messages.at(-1);
  return last?.kind === 'outbound' && outgoing.length === 0 ? last.quickReplies : [];
}

function bubble(content: Omit<Bubble, 'type' | 'status' | 'error' | 'first' | 'last'>): Bubble {
  return { type: 'bubble', ...content, status: 'delivered', error: null, first: true, last: true };
}

function sameRun(a: Bubble, b: Bubble): boolean {
  const pause = Date.parse(b.createdAt) - Date.parse(a.createdAt);
  return a.sender === b.sender && (a.sender === 'contact' || a.name === b.name) && pause < runGap;
}
