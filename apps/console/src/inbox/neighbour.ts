/** The row after this one, or else the one before; null where there is neither, or the row is not in the list. */
export function neighbourOf(ids: readonly string[], id: string): string | null {
  const index = ids.indexOf(id);
  return index < 0 ? null : (ids[index + 1] ?? ids[index - 1] ?? null);
}
