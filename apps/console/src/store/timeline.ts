import type { MailView, MessageView } from '#contracts';

/**
 * One conversation's messages as this reader holds them. `messages` is always a gap-free run in order of seq; what
 * arrives beyond a gap waits in `ahead` until a page or `sync` fills the gap, so the screen never shows a history with a hole.
 */
export interface Timeline {
  loaded: boolean;
  messages: MessageView[];
  ahead: MessageView[];
  hasOlder: boolean;
}

export const emptyTimeline: Timeline = { loaded: false, messages: [], ahead: [], hasOlder: false };

export function lastSeq(timeline: Timeline): number {
  return timeline.messages.at(-1)?.seq ?? 0;
}

/** True when something is known to exist that is not in `messages`; `knownSeq` comes from acks and inbox rows. */
export function isMissing(timeline: Timeline, knownSeq: number): boolean {
  return timeline.loaded && (timeline.ahead.length > 0 || knownSeq > lastSeq(timeline));
}

/** The newest page. A timeline that was loaded before keeps what it has; a gap between the two is left to `sync`. */
export function openPage(timeline: Timeline, page: MessageView[], hasMore: boolean): Timeline {
  if (timeline.loaded) return receive(timeline, page);
  return receive({ loaded: true, messages: bySeq(page), ahead: [], hasOlder: hasMore }, timeline.ahead);
}

/** Live or synced messages, in any order and any number of times. */
export function receive(timeline: Timeline, incoming: MessageView[]): Timeline {
  const last = lastSeq(timeline);
  const fresh = incoming.filter((message) => !timeline.loaded || message.seq > last);
  if (fresh.length === 0) return timeline;
  const waiting = bySeq([...timeline.ahead, ...fresh]);
  if (!timeline.loaded) return { ...timeline, ahead: waiting };

  const messages = [...timeline.messages];
  let next = 0;
  for (; next < waiting.length; next++) {
    const message = waiting[next];
    if (message?.previousSeq !== (messages.at(-1)?.seq ?? 0)) break;
    messages.push(message);
  }
  return { ...timeline, messages, ahead: waiting.slice(next) };
}

/** The page before the oldest message. A page that does not join on is stale and is dropped. */
export function prependPage(timeline: Timeline, page: MessageView[], hasMore: boolean): Timeline {
  const first = timeline.messages[0];
  if (!first) return timeline;
  const older = bySeq(page).filter((message) => message.seq < first.seq);
  if (older.length > 0 && older.at(-1)?.seq !== first.previousSeq) return timeline;
  return { ...timeline, messages: [...older, ...timeline.messages], hasOlder: hasMore };
}

/** What became of the mail that carries a message. */
export function mailed(timeline: Timeline, messageId: string, mail: MailView): Timeline {
  const messages = timeline.messages.map((message) => (message.id === messageId ? { ...message, mail } : message));
  return { ...timeline, messages };
}

function bySeq(messages: MessageView[]): MessageView[] {
  return [...new Map(messages.map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);
}
