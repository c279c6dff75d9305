import type { IntentRow } from '#contracts';

export function intentTitle(intents: IntentRow[] | undefined, id: string | null): string {
  if (id === null) return 'None of our topics';
  return intents?.find((intent) => intent.id === id)?.title ?? 'An intent that is gone';
}
