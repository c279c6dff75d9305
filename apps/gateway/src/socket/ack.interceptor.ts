import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Logger } from 'pino';
import { catchError, map, of, type Observable } from 'rxjs';
import type { Ack } from '#contracts';
import { errorBody } from '../error-body.js';
import { LOGGER } from '../logging.js';

/** Every event is answered by its ack: the result, or the error. Nest drops the answer when the client gave no ack. */
@Injectable()
export class AckInterceptor implements NestInterceptor<unknown, Ack<unknown>> {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  intercept(_context: ExecutionContext, next: CallHandler<unknown>): Observable<Ack<unknown>> {
    return next.handle().pipe(
      map((data) => ({ ok: true as const, data: data ?? null })),
      catchError((error: unknown) => of({ ok: false as const, error: errorBody(error, this.logger) })),
    );
  }
}
