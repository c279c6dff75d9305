import type { ExampleSource } from '#contracts';
import { t } from '../language/t.js';

/** Where a row comes from. */
export const sourceWords: Record<ExampleSource, string> = {
  agent_confirm: t('Confirmed'),
  agent_correction: t('Corrected'),
  audit: t('Audited'),
  import: t('Imported'),
  starter_kit: t('Starter kit'),
  try_it: t('Added by hand'),
};
