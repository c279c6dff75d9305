import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { loadConfig } from '#config';

/** One JSON line an event; secrets and message text never reach it. */
export function createLogger(app: string): Logger {
  return pino({
    level: loadConfig().logLevel,
    base: { app, pid: process.pid },
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        'res.headers["set-cookie"]',
        'token',
        '*.token',
        '*.password',
      ],
      remove: true,
    },
  });
}

/** Nest's own messages through pino. */
export function nestLogger(logger: Logger): LoggerService {
  const line =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
      if (message instanceof Error) logger[level]({ err: message, context }, message.message);
      else logger[level]({ context }, typeof message === 'string' ? message : JSON.stringify(message));
    };
  return {
    log: line('info'),
    error: line('error'),
    warn: line('warn'),
    debug: line('debug'),
    verbose: line('trace'),
    fatal: line('fatal'),
  };
}
