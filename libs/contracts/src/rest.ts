import { z } from 'zod';
import { agentView, intentView, similarTicket } from './views.js';
import { modelStage, trainingPhase, trainingStatus, trainingTrigger } from './words.js';

export const createVisitorSession = z.object({
  inboxKey: z.string().min(1).max(100),
  locale: z.string().max(35).optional(),
  pageUrl: z.string().max(2000).optional(),
});
export const visitorSession = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  inbox: z.object({ name: z.string(), greeting: z.string(), locale: z.string() }),
});
export type VisitorSession = z.infer<typeof visitorSession>;

export const login = z.object({ email: z.email().max(320), password: z.string().min(1).max(200) });
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
  method: z.string(),
  nExamples: z.number().int(),
  metrics: modelMetrics.nullable(),
  gate: z.array(z.object({ check: z.string(), passed: z.boolean(), detail: z.string() })),
  createdAt: z.iso.datetime(),
  activatedAt: z.iso.datetime().nullable(),
});
export type ModelVersionView = z.infer<typeof modelVersionView>;

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
  error: z.string().nullable(),
  modelVersionId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type TrainingRunView = z.infer<typeof trainingRunView>;

export const trainingSchedule = z.object({
  cron: z.string().min(1).max(100),
  timeZone: z.string().min(1).max(64),
  enabled: z.boolean(),
});
export type TrainingSchedule = z.infer<typeof trainingSchedule>;

export const modelList = z.object({
  models: z.array(modelVersionView),
  runs: z.array(trainingRunView),
  schedule: trainingSchedule.nullable(),
});
