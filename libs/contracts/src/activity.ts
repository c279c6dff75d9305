import { z } from 'zod';
import { escalationReason } from './enums.js';

const none = z.object({});
const byAgent = z.object({ agentName: z.string() });

/** What happened in a conversation besides what people and the bot said. Whoever shows it words it in the reader's language. */
export const activity = z.discriminatedUnion('code', [
  z.object({ code: z.literal('asked_for_person'), params: none }),
  z.object({ code: z.literal('handed_over'), params: z.object({ reason: escalationReason }) }),
  z.object({ code: z.literal('joined'), params: byAgent }),
  /** The agent gave it back to the bot. */
  z.object({ code: z.literal('handed_back'), params: byAgent }),
  /** The agent was gone, and it waits for the next one. */
  z.object({ code: z.literal('requeued'), params: byAgent }),
  /** The agent gave it to a team or a colleague. */
  z.object({ code: z.literal('transferred'), params: byAgent.extend({ toName: z.string() }) }),
  /** The agent took it from a colleague. */
  z.object({ code: z.literal('taken_over'), params: byAgent.extend({ fromName: z.string() }) }),
  /** The customer wrote again soon after the agent had closed it, and it is the agent's again. */
  z.object({ code: z.literal('returned'), params: byAgent }),
  /** Only agents see these two. */
  z.object({ code: z.literal('snoozed'), params: z.object({ agentName: z.string(), until: z.iso.datetime() }) }),
  z.object({ code: z.literal('woken'), params: none }),
  z.object({ code: z.literal('resolved'), params: byAgent }),
  /** The agent took the closing back. */
  z.object({ code: z.literal('closing_undone'), params: byAgent }),
  /** Nothing had come for the workspace's quiet time. */
  z.object({ code: z.literal('closed_by_bot'), params: none }),
  /** The customer's opinion of the episode that was closed before it: 1 to 5. */
  z.object({ code: z.literal('rated'), params: z.object({ score: z.number().int() }) }),
  z.object({ code: z.literal('rating_explained'), params: z.object({ comment: z.string() }) }),
  /** The customer wants to be answered by e-mail when nobody is there. */
  z.object({ code: z.literal('email_left'), params: none }),
]);
export type Activity = z.infer<typeof activity>;
