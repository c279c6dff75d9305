/** `/` calls canned replies, `@` colleagues. */
export type Trigger = '/' | '@';

/** What is typed after the trigger right before the caret, where the trigger begins a word: null where nothing is. */
export function typedQuery(text: string, caret: number, trigger: Trigger): { from: number; query: string } | null {
  const match = new RegExp(`(?:^|\\s)${trigger}([\\p{L}\\p{N}-]*)$`, 'u').exec(text.slice(0, caret));
  return match ? { from: caret - match[1]!.length - 1, query: match[1]!.toLowerCase() } : null;
}
