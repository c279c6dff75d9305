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
import { noStore } from './http/no-store.js';
import { operatorOnly } from './http/operator-only.js';
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
    // A link that works once has its token in the query.
    serializers: {
      req: ({ query: _, ...request }: { query: unknown; url: string }) => ({
        ...request,
        url: request.url.split('?')[0],
      }),
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
  }),
);
app.use(securityHeaders());
app.use('/api', noStore);
app.use(['/metrics', '/api/docs', '/api/docs-json', '/api/docs-yaml'], operatorOnly);
// Shops on other origins ask for visitor sessions only; each inbox says which of them may.
app.enableCors((request: { url?: string }, give: (error: null, options: object) => void) =>
  give(null, { origin: request.url?.startsWith('/api/visitor/') ?? false }),
);
servePages(app);
app.use(cookieParser());
app.use('/api/knowledge', express.json({ limit: '512kb' })); // ten thousand rows to move, or an answer with all its conditions
// What becomes of 2,000 categories.
app.use(/^\/api\/ticket-imports\/[^/]+\/add$/, express.json({ limit: '4mb' }));
app.useBodyParser('json', { limit: '64kb' });
app.useGlobalPipes(new PayloadPipe()); // of routes and of events: a payload that is read twice is refused where reading changes it
app.useGlobalFilters(new ErrorFilter(logger));
app.useWebSocketAdapter(new SocketAdapter(app));
serveApiDocs(app);
closeOnSignal(app, logger);
const { ports, host } = loadConfig();
await (host === undefined ? app.listen(ports.gateway) : app.listen(ports.gateway, host));
