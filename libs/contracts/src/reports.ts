import { z } from 'zod';
import { agentStatus } from './enums.js';

const count = z.number().int().nonnegative();

/** `n` of `of`, with the 95 % interval of the share behind it; `of` 0: nothing to tell. */
export const proportion = z
  .object({ n: count, of: count, low: z.number(), high: z.number() })
  .meta({ id: 'Proportion' });
export type Proportion = z.infer<typeof proportion>;

/** Seconds: half of the `n` took at most `median`, nine of ten at most `p90`; null where n is 0. */
export const durations = z
  .object({ n: count, median: z.number().nullable(), p90: z.number().nullable() })
  .meta({ id: 'Durations' });
export type Durations = z.infer<typeof durations>;

/** What customers said of it: `positive` gave 4 or 5 of 5; `mean` is null where nobody said anything. */
export const satisfaction = z
  .object({ positive: proportion, mean: z.number().nullable() })
  .meta({ id: 'Satisfaction' });
export type Satisfaction = z.infer<typeof satisfaction>;

/** Figures of the episodes that were opened in a time. docs/reports.md defines each. */
export const reportFigures = z
  .object({
    closed: count,
    stillOpen: count,
    /** Of the closed ones. The five outcomes exclude one another. */
    involvement: proportion,
    confirmed: proportion,
    assumed: proportion,
    recontacted: proportion,
    abandoned: proportion,
    handedOff: proportion,
    /** Confirmed and assumed, of those that the bot was involved in; and of all that are closed. */
    resolution: proportion,
    automation: proportion,
    /** Closed without people; and those of them after which the customer was back about the same within 24 hours. */
    containment: proportion,
    recontact: proportion,
    firstResponse: durations,
    waiting: durations,
    handling: durations,
    csatBot: satisfaction,
    csatAgent: satisfaction,
  })
  .meta({ id: 'ReportFigures' });
export type ReportFigures = z.infer<typeof reportFigures>;

export const reportGrouping = z.enum(['day', 'intent', 'agent', 'hour']).meta({ id: 'ReportGrouping' });
export type ReportGrouping = z.infer<typeof reportGrouping>;

/** Days of a range, both included. */
export const longestReport = 400;
const range = { from: z.iso.date(), to: z.iso.date() };
const orderly = ({ from, to }: { from: string; to: string }) => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days < longestReport && !from.startsWith('0000');
};

/** GET /api/reports/agreement and /api/reports/comments. Days of the workspace's time zone, both included. */
export const reportRange = z.object(range).refine(orderly);
/** GET /api/reports */
export const reportQuery = z.object({ ...range, by: reportGrouping }).refine(orderly);

export const report = z.object({
  timeZone: z.string(),
  total: reportFigures,
  /** Days and hours in their order, all of them; intents and agents with the most episodes first. */
  groups: z.array(
    z
      .object({
        key: z
          .string()
          .nullable()
          .describe(
            'A day, an hour (0 to 23), or the id of an intent or agent; null: no intent is known, or no agent closed it.',
          ),
        title: z.string(),
        figures: reportFigures,
      })
      .meta({ id: 'ReportGroup' }),
  ),
});
export type Report = z.infer<typeof report>;

/** The newest that customers wrote beside their score. */
export const csatComments = z.object({
  comments: z.array(
    z.object({
      id: z.uuid(),
      conversationId: z.uuid(),
      score: z.number().int(),
      comment: z.string(),
      answeredBy: z.enum(['bot', 'agent']),
      agentName: z.string().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type CsatComments = z.infer<typeof csatComments>;

/** How often labels of conversations agree. */
export const agreement = z.object({
  /** Agents' labels where the model had a guess: the share that is the guess. Shuffled: the guess was not shown as the first. */
  withModel: proportion,
  withModelShuffled: proportion,
  /** Where proposals were in drawn order, the share of picks that were first on the screen. A third would be chance. */
  firstPicked: proportion,
  /** Labels that another person looked at later, and let stand. */
  lookedAtAgain: proportion,
  /** The same words of two customers, labelled by two agents: labelled alike. */
  sameWords: proportion,
  agents: z.array(z.object({ id: z.uuid(), name: z.string(), withModel: proportion, lookedAtAgain: proportion })),
});
export type Agreement = z.infer<typeof agreement>;

/** GET /api/reports/export: one table as CSV; `agreement` heeds no grouping. */
export const reportTable = z.enum(['outcomes', 'people', 'satisfaction', 'agreement']);
export type ReportTable = z.infer<typeof reportTable>;
export const reportExportQuery = z.object({ ...range, by: reportGrouping, table: reportTable }).refine(orderly);

/** GET /api/reports/wallboard: how things stand now. */
export const wallboard = z.object({
  waiting: count,
  /** Of those that wait, before all others. */
  urgent: count,
  /** The one that has waited longest. */
  waitingSince: z.iso.datetime().nullable(),
  /** Conversations that nobody has closed, by who has them. */
  withBot: count,
  withAgents: count,
  /** Promised times that run out soon, or have run out, in conversations that are still open; null: nothing is promised. */
  sla: z.object({ atRisk: count, breached: count }).nullable(),
  agents: z.array(z.object({ id: z.uuid(), name: z.string(), status: agentStatus, load: count, capacity: count })),
  /** Episodes opened today, by the workspace's clock, and how they stand. */
  today: z.object({ opened: count, closedByBot: count, handedOver: count, firstResponse: durations }),
});
export type Wallboard = z.infer<typeof wallboard>;
