import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { beforeAll, expect, it } from 'vitest';

/** From here to the client package. */
const client = '../../../../packages/client';

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

let document: OpenAPIObject & { webhooks: object };
let operations: Operation[];

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: 'postgresql://nowhere', REDIS_URL: 'redis://nowhere' });
  const [{ GatewayModule }, { publicApiDocument }] = [
    await import('../gateway.module.js'),
    await import('./document.js'),
  ];
  const app = await NestFactory.create(GatewayModule, { preview: true, logger: false });
  document = JSON.parse(JSON.stringify(publicApiDocument(app))) as typeof document;
  const routes = Object.values({ ...document.paths, ...document.webhooks }) as Record<string, Operation>[];
  operations = routes.flatMap((methods) => Object.values(methods));
});

/** Everything that is an object in it, however deep. */
function partsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

// Stale files are written anew by `npx vitest run --project unit apps/gateway/src/public-api -u`.
it('is what the client package is made of', async () => {
  const json = JSON.stringify(document, null, 2);
  await expect(`${json}\n`).toMatchFileSnapshot(`${client}/openapi.json`);
  const types = astToString(await openapiTypescript(JSON.parse(json) as OpenAPI3, { defaultNonNullable: false }));
  await expect(`// Made from openapi.json.\n${types}`).toMatchFileSnapshot(`${client}/src/schema.ts`);
});

it('has no pattern that a generated client cannot read: Unicode classes, and patterns of what is no text there', () => {
  const patterns = partsOf(document).filter(({ pattern }) => typeof pattern === 'string');
  expect(patterns.filter(({ pattern, format }) => format !== undefined || /\\p/i.test(pattern as string))).toEqual([]);
});

it('names every operation as a function, every answer, and every choice of words', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(ids.filter((id, n) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(id) || ids.indexOf(id) !== n)).toEqual([]);
  expect(operations.filter(({ summary, tags }) => !summary || tags?.length !== 1)).toEqual([]);
  const unnamed = operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status, { content }]) =>
        content
          ? Object.values(content).some(({ schema }) => !('$ref' in schema))
          : status !== '204' && status !== '2XX',
      )
      .map(([status]) => `${operationId} ${status}`),
  );
  expect(unnamed).toEqual([]);
  const named = Object.values(document.components!.schemas!);
  const choices = partsOf(document).filter((part) => Array.isArray(part.enum));
  expect(choices.filter((choice) => !named.includes(choice))).toEqual([]);
});
