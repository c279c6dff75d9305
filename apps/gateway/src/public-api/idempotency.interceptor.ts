import { createHash } from 'node:crypto';
import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, of, type Observable } from 'rxjs';
import { UUID, uuidv7 } from 'uuidv7';
import { BatonError, safeText } from '#contracts';
import { IdempotentRequests, type KeyedRequest } from './idempotent-requests.js';
import type { IntegrationRequest } from './integration.guard.js';

const header = 'idempotency-key';
const idempotencyKey = safeText(200);

/** A POST with an Idempotency-Key is carried out once; sent again, it is answered as it was the first time. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<IntegrationRequest>();
    if (request.method !== 'POST' || request.headers[header] === undefined) return next.handle();
    const keyed = keyedRequest(request);
    const begun = await this.requests.begin(keyed);
    if ('answer' in begun) {
      http.getResponse<Response>().setHeader('idempotent-replayed', 'true');
      return of(begun.answer);
    }
    request.newId = (what) => idOf(begun.firstSentAt, `${keyed.apiKeyId} ${keyed.idempotencyKey} ${what}`);
    return from(this.carryOut(keyed, next));
  }

  private async carryOut(keyed: KeyedRequest, next: CallHandler): Promise<unknown> {
    try {
      const body = await lastValueFrom(next.handle() as Observable<object>);
      await this.requests.finish(keyed, body);
      return body;
    } catch (error) {
      // What we did not foresee may have done its work: it stays under way, until it may be sent again.
      if (error instanceof BatonError) await this.requests.abandon(keyed);
      throw error;
    }
  }
}

/** Throws BAD_PAYLOAD. */
function keyedRequest({ integration, headers, method, originalUrl, body }: IntegrationRequest): KeyedRequest {
  const key = idempotencyKey.safeParse(headers[header]);
  if (!key.success) throw new BatonError('BAD_PAYLOAD', [header]);
  const { apiKeyId, workspaceId } = integration!;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([method, originalUrl, body]))
    .digest('hex');
  return { apiKeyId, workspaceId, idempotencyKey: key.data, requestHash };
}

/** A UUIDv7 of a time, whose random bits are those of a text's hash. */
function idOf(at: Date, text: string): string {
  const hash = createHash('sha256').update(text).digest();
  const [a, high, low] = [hash.readUInt16BE(0) & 0xfff, hash.readUInt32BE(2) & 0x3fff_ffff, hash.readUInt32BE(6)];
  return UUID.fromFieldsV7(at.getTime(), a, high, low).toString();
}

/**
 * Makes the ids of what a request writes. Of a request with an Idempotency-Key they are the same each time, so that even one that was cut
 * off after its work writes nothing twice.
 */
export const NewId = createParamDecorator((_data: unknown, context: ExecutionContext): ((what: string) => string) => {
  return context.switchToHttp().getRequest<IntegrationRequest>().newId ?? (() => uuidv7());
});
