import { NestFactory } from '@nestjs/core';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { expect, it } from 'vitest';

/** From here to the client package. */
const client = '../../../../packages/client';

// Stale files are written anew by `npx vitest run --project unit apps/gateway/src/public-api -u`.
it('is what the client package is made of', async () => {
  Object.assign(process.env, { DATABASE_URL: 'postgresql://nowhere', REDIS_URL: 'redis://nowhere' });
  const [{ GatewayModule }, { publicApiDocument }] = [
    await import('../gateway.module.js'),
    await import('./document.js'),
  ];
  const app = await NestFactory.create(GatewayModule, { preview: true, logger: false });
  const document = JSON.stringify(publicApiDocument(app), null, 2);
  await expect(`${document}\n`).toMatchFileSnapshot(`${client}/openapi.json`);
  const types = astToString(await openapiTypescript(JSON.parse(document) as OpenAPI3, { defaultNonNullable: false }));
  await expect(`// Made from openapi.json.\n${types}`).toMatchFileSnapshot(`${client}/src/schema.ts`);
});
