import { SwaggerModule, DocumentBuilder } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { sessionCookie } from '../authentication/session-cookie.js';

/** The REST API, from the same schemas that validate it, at /api/docs. */
export function serveApiDocs(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Baton')
    .setDescription('Errors have the shape {code, message, details?, requestId}. Conversations go over Socket.IO.')
    .addCookieAuth(sessionCookie())
    .build();
  SwaggerModule.setup('api/docs', app, SwaggerModule.createDocument(app, about), { customSiteTitle: 'Baton API' });
}
