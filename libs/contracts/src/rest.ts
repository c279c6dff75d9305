import { z } from 'zod';
import { agentView, intentView, similarTicket } from './views.js';
import { safeText } from './text.js';
import { widgetAppearance } from './settings/inboxes.js';
import { gateCheck } from './gate.js';
import { modelMethod, modelStage, trainingError, trainingPhase, trainingStatus, trainingTrigger } from './enums.js';

/** Origin and path: query, fragment and credentials may hold what is nobody's business. Null for all but web pages. */
function webPage(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname } = new URL(url);
  return /^https?:$/.test(protocol) ? origin + pathname : null;
}

/** Where the widget was opened. */
const pageUrl = safeText(2000).transform(webPage).optional();

/** GET /api/visitor/inbox?inboxKey=KEY&pageUrl=URL, at every page view: what the widget shows before it has a session. */
export const visitorInboxQuery = z.object({ inboxKey: safeText(100), pageUrl });
export const visitorInbox = z.object({
  name: z.string(),
  greeting: z.string(),
  locale: z.string(),
  appearance: widgetAppearance,
});
export type VisitorInbox = z.infer<typeof visitorInbox>;

export const createVisitorSession = z.object({
  inboxKey: safeText(100),
  /** BCP 47. */
  locale: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i)
    .optional(),
  pageUrl,
  /** Of a customer who is signed in at the shop: a JWT by one of the workspace's identity keys. */
  identityToken: z.string().max(4000).optional(),
});
export const visitorSession = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  inbox: visitorInbox,
});
export type VisitorSession = z.infer<typeof visitorSession>;

export const login = z.object({ email: z.email().max(320), password: safeText(200) });
export const currentAgent = agentView;
export const intentList = z.object({ intents: z.array(intentView) });
export const similarList = z.object({ tickets: z.array(similarTicket) });

/** Figures of one evaluation, on rows never trained on. Fractions 0-1; latency in ms. */
export const modelMetrics = z.object({
  n: z.number().int(),
  nOos: z.number().int(),
  accuracy: z.number(),
  macroF1: z.number(),
  ece: z.number(),
  aurc: z.number(),
  oosAuroc: z.number().nullable(),
  coverageAt5: z.number(),
  coverageAt10: z.number(),
});
export type ModelMetrics = z.infer<typeof modelMetrics>;

export const modelVersionView = z.object({
  id: z.uuid(),
  version: z.number().int().positive(),
  stage: modelStage,
  method: modelMethod,
  nExamples: z.number().int(),
  metrics: modelMetrics.nullable(),
  gate: z.array(gateCheck),
  /** The active version it was compared with; null: there was none. */
  parentId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  activatedAt: z.iso.datetime().nullable(),
});
export type ModelVersionView = z.infer<typeof modelVersionView>;

/** Why a run failed; `text`: what a library said of it, or a code of ours with its values, for specialists. No sentence for people. */
export const trainingFailure = z.object({ code: trainingError, text: z.string().nullable() });
export type TrainingFailure = z.infer<typeof trainingFailure>;

export const trainingRunView = z.object({
  id: z.uuid(),
  trigger: trainingTrigger,
  status: trainingStatus,
  phase: trainingPhase.nullable(),
  /** 0-1 over the whole run. */
  progress: z.number(),
  /** Seconds, null until it can be estimated. */
  secondsLeft: z.number().nullable(),
  losses: z.array(z.object({ step: z.number().int(), loss: z.number() })),
  /** Why it failed. */
  error: trainingFailure.nullable(),
  modelVersionId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type TrainingRunView = z.infer<typeof trainingRunView>;

export const trainingSchedule = z.object({
  cron: safeText(100),
  timeZone: safeText(64),
  enabled: z.boolean(),
});
export type TrainingSchedule = z.infer<typeof trainingSchedule>;

/** What the admin allows the bot: at most this fraction of its answers may be wrong, with this certainty. */
export const riskLimits = z.object({
  riskLimit: z.number().min(0.001).max(0.5),
  confidenceLevel: z.number().min(0.5).max(0.999),
  /** While no threshold is certified, true: the bot answers nothing; false: by a provisional one. */
  certifiedOnly: z.boolean(),
});
export type RiskLimits = z.infer<typeof riskLimits>;

/** Every version is tested at each of these risks with each of these levels, so that people see what a limit does before they save it. */
export const testedRisks = [0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3] as const;
export const testedConfidenceLevels = [0.5, 0.8, 0.9, 0.95, 0.99] as const;

/** What a test of a version at some limits found: whether they are proved, and if not, why. */
export const certificationResult = z.discriminatedUnion('state', [
  /** Answering from `threshold` up keeps the limit; `coverage` is the fraction of the calibration messages that reaches it. */
  z.object({ state: z.literal('certified'), threshold: z.number(), coverage: z.number() }),
  /** About so many more messages labelled by people would do. */
  z.object({ state: z.literal('too_few_labels'), missingLabels: z.number().int() }),
  /** Even the surest answers are wrong more often than the limit: more labels alone will not do. */
  z.object({ state: z.literal('too_often_wrong') }),
]);

/** The same of limits that may not be tested yet. */
export const certification = z.discriminatedUnion('state', [
  ...certificationResult.options,
  /** The trainer tests new limits. Until then `threshold`, certified at stricter ones, holds; null: none is. */
  z.object({ state: z.literal('pending'), threshold: z.number().nullable() }),
]);
export type CertificationResult = z.infer<typeof certificationResult>;
export type Certification = z.infer<typeof certification>;

/** What answering from a confidence of `threshold` up comes to, by the messages of the test set. */
export const thresholdEffect = z.object({
  threshold: z.number(),
  /** The fraction of the messages that is answered. */
  coverage: z.number(),
  /** Of 100 messages, about how many are answered wrongly. */
  expectedWrong: z.number(),
});
export type ThresholdEffect = z.infer<typeof thresholdEffect>;

/** Limits that could be saved, and from which confidence the active version would answer then unless `certifiedOnly` forbids it. */
export const limitOption = thresholdEffect.extend({
  ...riskLimits.pick({ riskLimit: true, confidenceLevel: true }).shape,
  certification,
});
export type LimitOption = z.infer<typeof limitOption>;

export const thresholdPolicyView = riskLimits.extend({
  /** The active version, which the rest is about; null, as `certification`, while none has been judged. */
  modelVersionId: z.uuid().nullable(),
  certification: certification.nullable(),
  /** Messages that it was judged on, and how many of them are out of scope. */
  nCalibration: z.number().int(),
  nOutOfScope: z.number().int(),
  /** What the present limits come to, and what the others would; null and empty while no version has been judged. */
  now: thresholdEffect.nullable(),
  options: z.array(limitOption),
});
export type ThresholdPolicyView = z.infer<typeof thresholdPolicyView>;

export const modelList = z.object({
  models: z.array(modelVersionView),
  runs: z.array(trainingRunView),
  schedule: trainingSchedule.nullable(),
  policy: thresholdPolicyView,
});
