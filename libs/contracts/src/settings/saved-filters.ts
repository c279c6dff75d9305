import { z } from 'zod';
import { inboxQuery } from '../inbox.js';
import { safeText } from '../text.js';

/** POST /api/saved-filters; PUT /api/saved-filters/:id. Shared ones are made and changed by supervisors and admins. */
export const savedFilterSettings = z.object({ name: safeText(60), shared: z.boolean(), query: inboxQuery });
export type SavedFilterSettings = z.output<typeof savedFilterSettings>;

export const savedFilterView = savedFilterSettings.extend({
  id: z.uuid(),
  /** The asking agent made it. */
  own: z.boolean(),
});
export type SavedFilterView = z.output<typeof savedFilterView>;

/** GET /api/saved-filters: one's own and the shared ones, by name. DELETE /api/saved-filters/:id: 204. */
export const savedFilterList = z.object({ savedFilters: z.array(savedFilterView) });
