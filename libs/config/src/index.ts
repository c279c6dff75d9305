import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().positive().max(86_400).default(fallback);
const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true');

/** Addresses and networks (CIDR), separated by commas. */
const networks = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((entry) => entry.trim()))
  .transform((list) => list.filter((entry) => entry !== ''))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'not an address or a network' })));

/** Every setting there is; the README's table follows this object. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  /** Prefix of every Redis key, so that several installations can share one Redis. */
  REDIS_PREFIX: z.string().min(1).default('baton'),
  /** The address on which gateway and demo shop listen. */
  HOST: z.string().min(1).optional(),
  /** The address on which the other processes answer health and metrics. */
  HEALTH_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port(3000),
  /** Where browsers reach the gateway. */
  PUBLIC_URL: z.url().optional(),
  /** The mail server that carries invitations and answers, such as smtps://user:password@mail.example; without it links are copied by hand. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom they come from. */
  SMTP_FROM: z.string().min(3).optional(),
  /** What hands in mail that arrives for SMTP_FROM says this to POST /api/inbound-mail; without it customers answer in the chat alone. */
  INBOUND_MAIL_SECRET: z
    .string()
    .transform((secret) => secret || undefined)
    .pipe(z.string().min(16, { error: 'shorter than 16 characters' }).optional())
    .optional(),
  /** The bucket of an S3-compatible store that keeps attachments, such as https://s3.eu-central-1.amazonaws.com/bucket; without it, the data folder. */
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Reverse proxies whose X-Forwarded-For names the client; nobody else's is believed. */
  TRUSTED_PROXIES: networks,
  /** 32 bytes in base64, with which secrets in the database are encrypted. `npm start` keeps one in its data folder. */
  ACTION_SECRET_KEY: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, 'not 32 bytes in base64')
    .optional(),
  /** Private and local addresses and networks that actions may call all the same. */
  ACTION_ALLOWED_NETWORKS: networks,
  INFERENCE_WORKER_PORT: port(3001),
  ESCALATION_PORT: port(3002),
  TRAINER_PORT: port(3003),
  DEMO_SHOP_PORT: port(3100),
  BATON_DATA_DIR: z.string().min(1).default('data'),
  /** The encoder every model starts from. */
  BATON_BASE_MODEL: z.string().min(1).default('models/minilm-l6'),
  /** Opens the gateway's metrics and API documentation in production. */
  OPERATOR_TOKEN: z
    .string()
    .transform((token) => token || undefined)
    .pipe(z.string().min(16, { error: 'shorter than 16 characters' }).optional())
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** A visitor message without a decision after this long goes to people. */
  DECISION_DEADLINE_SECONDS: seconds(10),
  /** An agent whose sockets have been silent this long is offline. */
  PRESENCE_LEASE_SECONDS: seconds(30),
  /** Model versions that once answered, and candidates that never did: how many of each keep their files. */
  KEPT_MODEL_VERSIONS: z.coerce.number().int().min(1).max(1000).default(5),
  /** Fine-tune the demo model in the background after the first start. */
  BATON_BACKGROUND_TRAINING: flag(true),
});

const settings = environment
  .refine(({ SMTP_URL, SMTP_FROM }) => !SMTP_URL === !SMTP_FROM, {
    path: ['SMTP_FROM'],
    error: 'SMTP_URL and SMTP_FROM need each other',
  })
  .refine((e) => !e.S3_URL || (e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY), {
    path: ['S3_URL'],
    error: 'S3_URL needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY',
  });

export interface Config {
  environment: 'development' | 'production' | 'test';
  databaseUrl: string;
  redisUrl: string;
  redisPrefix: string;
  /** Undefined: all addresses. */
  host: string | undefined;
  healthHost: string;
  publicUrl: string;
  /** Null: no mail. */
  smtp: { url: string; from: string } | null;
  /** Null: no mail comes in. */
  inboundMailSecret: string | null;
  /** Null: attachments are kept in the data folder. */
  s3: { url: string; region: string; accessKeyId: string; secretAccessKey: string } | null;
  trustedProxies: string[];
  actionSecretKey: Buffer | null;
  actionAllowedNetworks: string[];
  ports: { gateway: number; inferenceWorker: number; escalation: number; trainer: number; demoShop: number };
  dataDir: string;
  baseModelDir: string;
  operatorToken: string | undefined;
  logLevel: string;
  decisionDeadlineSeconds: number;
  presenceLeaseSeconds: number;
  keptModelVersions: number;
  backgroundTraining: boolean;
}

/** Fails with one line per wrong setting, so that a process refuses to boot rather than run half-configured. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Baton cannot start with these settings; correct the environment:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  return {
    environment: e.NODE_ENV,
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    redisPrefix: e.REDIS_PREFIX,
    // The demo has public passwords: nobody else's machine should reach it unless that is meant.
    host: e.HOST ?? (e.NODE_ENV === 'production' ? undefined : '127.0.0.1'),
    healthHost: e.HEALTH_HOST,
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    smtp: e.SMTP_URL && e.SMTP_FROM ? { url: e.SMTP_URL, from: e.SMTP_FROM } : null,
    inboundMailSecret: e.INBOUND_MAIL_SECRET ?? null,
    s3:
      e.S3_URL && e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY
        ? {
            url: e.S3_URL.replace(/\/$/, ''),
            region: e.S3_REGION,
            accessKeyId: e.S3_ACCESS_KEY_ID,
            secretAccessKey: e.S3_SECRET_ACCESS_KEY,
          }
        : null,
    trustedProxies: e.TRUSTED_PROXIES,
    actionSecretKey: e.ACTION_SECRET_KEY ?? null,
    actionAllowedNetworks: e.ACTION_ALLOWED_NETWORKS,
    ports: {
      gateway: e.PORT,
      inferenceWorker: e.INFERENCE_WORKER_PORT,
      escalation: e.ESCALATION_PORT,
      trainer: e.TRAINER_PORT,
      demoShop: e.DEMO_SHOP_PORT,
    },
    dataDir: e.BATON_DATA_DIR,
    baseModelDir: e.BATON_BASE_MODEL,
    operatorToken: e.OPERATOR_TOKEN,
    logLevel: e.LOG_LEVEL,
    decisionDeadlineSeconds: e.DECISION_DEADLINE_SECONDS,
    presenceLeaseSeconds: e.PRESENCE_LEASE_SECONDS,
    keptModelVersions: e.KEPT_MODEL_VERSIONS,
    backgroundTraining: e.BATON_BACKGROUND_TRAINING,
  };
}

let loaded: Config | undefined;

/** The settings of this process, read once. The launcher, which completes them for its apps, parses its own. */
export function loadConfig(): Config {
  loaded ??= parseConfig(process.env);
  return loaded;
}
