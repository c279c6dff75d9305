import { z } from 'zod';
import { sensitiveTopic } from '../enums.js';
import { safeText } from '../text.js';

/** GET and PUT /api/topics: what always goes to people, first in the waiting line. */
export const topicSettings = z.object({
  /** Topics that are switched off. */
  disabled: z.array(sensitiveTopic).max(sensitiveTopic.options.length),
  /** The shop's own: any of the words or phrases, as whole words in whatever case, is enough. */
  own: z
    .array(z.object({ name: safeText(60), words: z.array(safeText(60)).min(1).max(100), enabled: z.boolean() }))
    .max(50),
  /** Said to a customer who writes of self-harm; empty: the help line of the workspace's country. */
  helpLine: z.string().max(500),
});
export type TopicSettings = z.infer<typeof topicSettings>;
/** GET /api/topics answers with the settings and what the defaults say. */
export const topicSettingsView = topicSettings.extend({ countryHelpLine: z.string() });
export type TopicSettingsView = z.infer<typeof topicSettingsView>;
