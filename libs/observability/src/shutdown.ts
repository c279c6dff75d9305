import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';

/** What has not ended in order by then is cut off, ms. */
const deadline = 10_000;

/** On SIGTERM and SIGINT: close in order and leave. Open connections to a Redis or a browser that is gone do not hold it up. */
export function closeOnSignal(app: INestApplicationContext, logger: Logger): void {
  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), deadline).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}
