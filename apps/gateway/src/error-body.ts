import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import type { Logger } from 'pino';
import { BatonError, type ErrorBody, type ErrorCode } from '#contracts';
import { isUnavailable } from '#database';

/** What Express and Nest refuse before any of our code runs. */
const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  400: 'MALFORMED_JSON',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'BAD_PAYLOAD',
};

/** The error as people meet it. What we did not foresee is logged under the id that the answer names. */
export function errorBody(error: unknown, logger: Logger, requestId: string = randomUUID()): ErrorBody {
  if (error instanceof BatonError) return error.body;
  const refused = error instanceof HttpException ? codeOfRefusal(error) : undefined;
  if (refused) return new BatonError(refused).body;
  logger.error({ err: error, requestId }, 'unexpected error');
  return { ...new BatonError(isUnavailable(error) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL').body, requestId };
}

/** Nest makes a 400 of two things: a body that is not JSON, and a path with a broken escape, which no resource has. */
function codeOfRefusal(error: HttpException): ErrorCode | undefined {
  return error.message.startsWith('Failed to decode param') ? 'NOT_FOUND' : codeOfStatus[error.getStatus()];
}
