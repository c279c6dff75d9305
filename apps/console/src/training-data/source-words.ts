import type { ExampleSource } from '#contracts';

/** Where a row comes from. */
export const sourceWords: Record<ExampleSource, string> = {
  agent_confirm: 'Confirmed',
  agent_correction: 'Corrected',
  audit: 'Audited',
  import: 'Imported',
  starter_kit: 'Starter kit',
  try_it: 'Added by hand',
};
