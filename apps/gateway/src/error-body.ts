import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import type { Logger } from 'pino';
import { BatonError, type ErrorBody, type ErrorCode } from '#contracts';

/** What Express and Nest refuse before any of our code runs. */
const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  400: 'MALFORMED_JSON',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'BAD_PAYLOAD',
};
/** Prisma's and Node's words for a database or Redis that cannot be reached, is full or did not answer in time. */
const unavailable = /^(P1\d{3}|P2024|P2028|P2034|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|53\d{3}|57P0\d)$/;

/** The error as people meet it. What we did not foresee is logged under the id that the answer names. */
export function errorBody(error: unknown, logger: Logger, requestId: string = randomUUID()): ErrorBody {
  if (error instanceof BatonError) return error.body;
  const refused = error instanceof HttpException ? codeOfRefusal(error) : undefined;
  if (refused) return new BatonError(refused).body;
  const away = causes(error).some((cause) => unavailable.test((cause as { code?: string }).code ?? ''));
  logger.error({ err: error, requestId }, 'unexpected error');
  return { ...new BatonError(away ? 'SERVICE_UNAVAILABLE' : 'INTERNAL').body, requestId };
}

/** Nest makes a 400 of two things: a body that is not JSON, and a path with a broken escape, which no resource has. */
function codeOfRefusal(error: HttpException): ErrorCode | undefined {
  return error.message.startsWith('Failed to decode param') ? 'NOT_FOUND' : codeOfStatus[error.getStatus()];
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  return chain;
}
