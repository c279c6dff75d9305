import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { defer, EMPTY, from, lastValueFrom, type Observable } from 'rxjs';
import type { Socket } from 'socket.io';

/**
 * A socket's events are handled one at a time, in the order in which they came: two messages sent without waiting are stored in their order,
 * and a client that asks for page after page gets one at a time.
 */
@Injectable()
export class InOrderInterceptor implements NestInterceptor {
  private readonly last = new WeakMap<Socket, Promise<unknown>>();

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const socket = context.switchToWs().getClient<Socket>();
    const before = this.last.get(socket) ?? Promise.resolve();
    // What was sent counts though the sender is gone; what was asked for has nobody to go to.
    const unheard = () => socket.disconnected && context.switchToWs().getPattern() === 'sync';
    const result = before.then(() =>
      lastValueFrom(
        defer(() => (unheard() ? EMPTY : next.handle())),
        { defaultValue: null },
      ),
    );
    this.last.set(
      socket,
      result.catch(() => undefined),
    );
    return from(result);
  }
}
