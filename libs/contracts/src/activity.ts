import { z } from 'zod';
import { escalationReason } from './enums.js';

const none = z.object({});
const byAgent = z.object({ agentName: z.string() }).meta({ id: 'ActingAgent' });

/** `name` is that of the API's schema. */
const happened = <Code extends string, Params extends z.ZodType>(code: Code, name: string, params: Params) =>
  z.object({ code: z.literal(code), params }).meta({ id: `${name}Activity` });

/** What happened in a conversation besides what people and the bot said. Whoever shows it words it in the reader's language. */
export const activity = z
  .discriminatedUnion('code', [
    happened('asked_for_person', 'AskedForPerson', none),
    happened('handed_over', 'HandedOver', z.object({ reason: escalationReason })),
    happened('joined', 'Joined', byAgent),
    /** The agent gave it back to the bot. */
    happened('handed_back', 'HandedBack', byAgent),
    /** The agent was gone, and it waits for the next one. */
    happened('requeued', 'Requeued', byAgent),
    /** The agent gave it to a team or a colleague. */
    happened('transferred', 'Transferred', byAgent.extend({ toName: z.string() })),
    /** The agent took it from a colleague. */
    happened('taken_over', 'TakenOver', byAgent.extend({ fromName: z.string() })),
    /** The customer wrote again soon after the agent had closed it, and it is the agent's again. */
    happened('returned', 'Returned', byAgent),
    /** Only agents see these two. */
    happened('snoozed', 'Snoozed', z.object({ agentName: z.string(), until: z.iso.datetime() })),
    happened('woken', 'Woken', none),
    happened('resolved', 'Resolved', byAgent),
    /** The agent took the closing back. */
    happened('closing_undone', 'ClosingUndone', byAgent),
    /** Nothing had come for the workspace's quiet time. */
    happened('closed_by_bot', 'ClosedByBot', none),
    /** The customer's opinion of the episode that was closed before it: 1 to 5. */
    happened('rated', 'Rated', z.object({ score: z.number().int() })),
    happened('rating_explained', 'RatingExplained', z.object({ comment: z.string() })),
    /** The customer wants to be answered by e-mail when nobody is there. */
    happened('email_left', 'EmailLeft', none),
  ])
  .meta({ id: 'Activity' });
export type Activity = z.infer<typeof activity>;
