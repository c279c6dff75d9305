import type { MessageView } from '#contracts';

export type Entry =
  | { type: 'day'; key: string; at: string }
  /** `first` and `last` of a run by the same sender: the name stands above the first, the time below the last. */
  | { type: 'message'; key: string; message: MessageView; first: boolean; last: boolean };

const sameRunWithin = 5 * 60_000;

/** The history as it is drawn: messages, with a separator wherever the day changes in the reader's time zone. */
export function entriesOf(messages: MessageView[]): Entry[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const entry: Entry = {
      type: 'message',
      key: message.id,
      message,
      first: !before || !sameRun(before, message),
      last: !after || !sameRun(message, after),
    };
    const newDay = !before || !sameDay(before, message);
    return newDay ? [{ type: 'day', key: `day ${message.id}`, at: message.createdAt }, entry] : [entry];
  });
}

function sameDay(a: MessageView, b: MessageView): boolean {
  return new Date(a.createdAt).toDateString() === new Date(b.createdAt).toDateString();
}

function sameRun(a: MessageView, b: MessageView): boolean {
  return (
    a.kind === b.kind &&
    a.senderType === b.senderType &&
    a.senderName === b.senderName &&
    sameDay(a, b) &&
    Date.parse(b.createdAt) - Date.parse(a.createdAt) <= sameRunWithin
  );
}
