import { SwaggerModule, DocumentBuilder } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { loadConfig } from '#config';
import { sessionCookie } from '../authentication/session-cookie.js';
import { publicApiDocument } from '../public-api/document.js';

/**
 * Every REST route, from the same schemas that validate it, at /api/docs; and the public API alone at /api/v1/docs and
 * /api/v1/openapi.json, for anybody.
 */
export function serveApiDocs(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Baton')
    .setDescription('Errors have the shape {code, message, details?, requestId}. Conversations go over Socket.IO.')
    .addCookieAuth(sessionCookie())
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, SwaggerModule.createDocument(app, about), { customSiteTitle: 'Baton API' });
  const document = { ...publicApiDocument(app), servers: [{ url: loadConfig().publicUrl }] };
  SwaggerModule.setup('api/v1/docs', app, document, {
    customSiteTitle: 'Baton API',
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
  });
}
