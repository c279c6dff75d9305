import { z } from 'zod';
import { agentStatus, assignmentPolicy, escalationReason } from '../enums.js';
import { integer, safeText } from '../text.js';

/** BCP 47 primary language. */
const language = z.string().regex(/^[a-z]{2,3}$/);
const intent = safeText(100);

/** All that is set must hold; the first rule that does names the team. */
export const routingRule = z.object({
  teamId: z.uuid(),
  inboxId: z.uuid().nullable(),
  intent: intent.nullable(),
  reason: escalationReason.nullable(),
  language: language.nullable(),
});
export type RoutingRule = z.infer<typeof routingRule>;

/** PUT /api/routing */
export const routingSettings = z.object({
  /** Of conversations that wait for no team. */
  policy: assignmentPolicy,
  /** A conversation that reopens so soon after an agent closed it goes to that agent; 0: never. */
  stickyMinutes: integer(0).max(10_080),
  rules: z.array(routingRule).max(200),
});
export type RoutingSettings = z.infer<typeof routingSettings>;

/** POST /api/teams; PUT and DELETE /api/teams/:id */
export const teamSettings = z.object({
  name: safeText(100),
  policy: assignmentPolicy,
  memberIds: z.array(z.uuid()).max(1000),
});
export type TeamSettings = z.infer<typeof teamSettings>;
export const teamView = teamSettings.extend({ id: z.uuid() });
export type TeamView = z.infer<typeof teamView>;

/** PUT /api/people/:id/skills. Who has none of a kind takes all of it. */
export const skills = z.object({ languages: z.array(language).max(50), topics: z.array(intent).max(500) });
export type Skills = z.infer<typeof skills>;

/** GET /api/routing */
export const routingView = routingSettings.extend({
  teams: z.array(teamView),
  people: z.array(skills.extend({ id: z.uuid(), name: z.string(), takesChats: z.boolean() })),
});
export type RoutingView = z.infer<typeof routingView>;

/** GET /api/transfer-targets: teams, and colleagues who are there, without the one who asks. */
export const transferTargets = z.object({
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), online: z.number().int() })),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), status: agentStatus })),
});
export type TransferTargets = z.infer<typeof transferTargets>;

const seconds = integer(60)
  .max(30 * 86_400)
  .nullable();
/** GET and PUT /api/sla-policy: what is promised to customers; null: nothing. */
export const slaPolicy = z.object({
  /** From the hand-over to a person's first reply. */
  firstResponseSeconds: seconds,
  /** From the customer's first unanswered message. */
  nextResponseSeconds: seconds,
  /** From the hand-over to the closing. */
  resolutionSeconds: seconds,
  /** Of the time, after which it is told that little is left. */
  warnFraction: z.number().min(0.1).max(0.95),
  /** Time outside business hours does not count. */
  businessHoursOnly: z.boolean(),
});
export type SlaPolicy = z.infer<typeof slaPolicy>;
