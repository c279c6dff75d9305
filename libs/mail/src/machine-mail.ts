/** Mail that a machine wrote: an out-of-office notice, a bounce, a list. To answer it would go round in circles. */
export function isByMachine(headers: readonly { key: string; value: string }[]): boolean {
  const value = (name: string) =>
    headers
      .find(({ key }) => key.toLowerCase() === name)
      ?.value.trim()
      .toLowerCase();
  const submitted = value('auto-submitted');
  return (
    (submitted !== undefined && submitted !== 'no') ||
    /^(bulk|list|junk|auto_reply)$/.test(value('precedence') ?? '') ||
    value('return-path') === '<>' ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'x-failed-recipients', 'feedback-id'].some(
      (name) => value(name) !== undefined,
    )
  );
}
