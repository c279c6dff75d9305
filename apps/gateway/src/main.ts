import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { loadConfig } from '#config';
import { closeOnSignal, nestLogger } from '#observability';
import { serveApiDocs } from './http/api-docs.js';
import { ErrorFilter } from './http/error.filter.js';
import { GatewayModule } from './gateway.module.js';
import { logger } from './logging.js';
import { servePages } from './http/pages.js';
import { PayloadPipe } from './socket/payload.pipe.js';
import { securityHeaders } from './http/security-headers.js';
import { SocketAdapter } from './socket/socket.adapter.js';

const app = await NestFactory.create<NestExpressApplication>(GatewayModule, {
  logger: nestLogger(logger),
  bodyParser: false,
});
app.use(
  pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
  }),
);
app.use(securityHeaders());
// Shops on other origins ask for visitor sessions only; each inbox says which of them may.
app.enableCors((request: { url?: string }, give: (error: null, options: object) => void) =>
  give(null, { origin: request.url?.startsWith('/api/visitor/') ?? false }),
);
servePages(app);
app.use(cookieParser());
// What becomes of 2,000 categories.
app.use(/^\/api\/ticket-imports\/[^/]+\/add$/, express.json({ limit: '4mb' }));
app.useBodyParser('json', { limit: '64kb' });
app.useGlobalPipes(new PayloadPipe());
app.useGlobalFilters(new ErrorFilter(logger));
app.useWebSocketAdapter(new SocketAdapter(app));
serveApiDocs(app);
closeOnSignal(app, logger);
await app.listen(loadConfig().ports.gateway);
