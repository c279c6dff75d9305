import type { IntentRow } from '#contracts';
import { t } from '../language/t.js';

export function intentTitle(intents: IntentRow[] | undefined, id: string | null): string {
  if (id === null) return t('None of our topics');
  return intents?.find((intent) => intent.id === id)?.title ?? t('An intent that is gone');
}
