/** Waits for all, also where one fails: nothing may go on behind the message that stops the command. */
export async function atOnce(work) {
  const results = await Promise.allSettled(work);
  for (const { status, reason } of results) if (status === 'rejected') throw reason;
  return results.map(({ value }) => value);
}
