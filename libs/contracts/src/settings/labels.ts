import { z } from 'zod';
import { safeText } from '../text.js';

/** POST /api/labels; PUT /api/labels/:id */
export const labelSettings = z.object({ name: safeText(40), colour: z.string().regex(/^#[0-9a-f]{6}$/) });
export type LabelSettings = z.infer<typeof labelSettings>;

export const labelView = labelSettings.extend({ id: z.uuid(), nConversations: z.number().int() });
export type LabelView = z.infer<typeof labelView>;

/** GET /api/labels, by name. DELETE /api/labels/:id takes it off its conversations: 204. */
export const labelList = z.object({ labels: z.array(labelView) });
