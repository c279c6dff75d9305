import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type Response } from 'express';

const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
/** Names of built files change with their content. */
const forever = { immutable: true, maxAge: '1y', index: false } as const;

/** The built widget, for any shop's page, and the built console, whose paths all lead to its one page. */
export function servePages(app: NestExpressApplication): void {
  // Pages and scripts alone: what the API says to somebody is no use to measure by its compressed length (the BREACH attack).
  app.use(['/widget.js', '/widget-preview.js', '/console'], compression());
  app.use('/widget.js', (_request: unknown, response: Response) => {
    response.set({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    response.sendFile('widget.js', { root: built('widget'), maxAge: '5m' });
  });
  app.use('/widget-preview.js', (_request: unknown, response: Response) => {
    response.sendFile('preview.js', { root: built('widget'), maxAge: '5m' });
  });
  const console = express.Router();
  console.use('/assets', express.static(`${built('console')}/assets`, forever));
  console.use(express.static(built('console'), { index: false }));
  console.get('/{*path}', (_request, response) => {
    response.sendFile('index.html', {
      root: built('console'),
      cacheControl: false,
      headers: { 'cache-control': 'no-cache' },
    });
  });
  app.use('/console', console);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/', (_request, response) => response.redirect('/console'));
}
