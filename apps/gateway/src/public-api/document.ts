import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { webhookData, webhookPayload } from '#contracts';
import { PublicApiModule } from './public-api.module.js';

const description = `
Send an API key (Settings, API keys) as bearer token. A key does what its scopes name, and nothing else.

Lists are paged: send \`nextCursor\` as \`cursor\`. Each answer says in \`RateLimit-Limit\`, \`RateLimit-Remaining\` and
\`RateLimit-Reset\` (seconds) how much may be asked; status 429 comes with \`Retry-After\`. Errors have a stable code and a sentence.
Fields and codes are added without notice, so ignore those you do not know; what is here is not renamed or removed within v1.`.trim();

/** The public API in OpenAPI 3.1, from the schemas that check its requests. */
export function publicApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Baton API')
    .setVersion('1')
    .setDescription(description)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'API key', description: 'An API key: `baton_…`' })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    include: [PublicApiModule],
    standardSchemaConverter: (schema, { schemaType }) => converted(schema as z.ZodType, schemaType),
  });
  const schemas = { ...document.components?.schemas };
  const webhooks = Object.fromEntries(
    Object.entries(webhookData).map(([event, data]) => [event, webhookOf(event, data, schemas)]),
  );
  return { ...document, components: { ...document.components, schemas }, webhooks };
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

/** A schema with an id becomes a component. What we answer is not said to have no other fields: some will be added. */
function converted(schema: z.ZodType, io: 'input' | 'output'): { schema: Schema; components: Schemas } {
  const { $defs: inner = {}, ...whole } = open(z.toJSONSchema(schema, { io, target: 'draft-2020-12' }), io);
  const components = Object.fromEntries(
    Object.entries(inner).map(([id, part]) => [
      id,
      { ...withoutId(part), ...discriminator(part as Choice, inner as Record<string, Choice>) },
    ]),
  );
  const { id } = whole;
  if (id === undefined) return { schema: whole as Schema, components: components };
  const named = { ...components, [id]: withoutId(whole) };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: named };
}

function open<T>(schema: T, io: 'input' | 'output'): T {
  return JSON.parse(JSON.stringify(schema, (_key, value: unknown) => plain(value, io))) as T;
}

/**
 * Without what says nothing, or stops generated clients: a pattern beside its format, one with Unicode classes (not every language's regular
 * expressions know them), the bounds of JavaScript's integers, and a choice where a list of types says the same, as of what may be null.
 */
function plain(value: unknown, io: 'input' | 'output'): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { additionalProperties, pattern, minimum, maximum, ...rest } = ofTypes(value as Record<string, unknown>);
  return {
    ...rest,
    ...(typeof pattern === 'string' && !('format' in rest) && !/\\p\{/i.test(pattern) && { pattern }),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    ...(additionalProperties !== undefined &&
      !(io === 'output' && additionalProperties === false) && { additionalProperties }),
  };
}

/** What a choice between plain types says of each holds for that type alone, so that it can stand beside the list of them. */
function ofTypes({ anyOf, ...schema }: Record<string, unknown>): Record<string, unknown> {
  const choices = (anyOf ?? []) as Record<string, unknown>[];
  const isPlain = ({ type, enum: words, items, properties }: Record<string, unknown>) =>
    typeof type === 'string' && words === undefined && items === undefined && properties === undefined;
  if (choices.length > 0 && choices.every(isPlain))
    return { ...(Object.assign({}, ...choices) as object), ...schema, type: choices.map(({ type }) => type) };
  return { ...schema, ...(anyOf !== undefined && { anyOf }) };
}

interface Choice {
  oneOf?: { $ref?: string }[];
  properties?: Record<string, { const?: string }>;
}

/** Of a choice between components that differ in a field's value: which field, and which value is which. */
function discriminator({ oneOf = [] }: Choice, components: Record<string, Choice>): object {
  const names = oneOf.map(({ $ref = '' }) => $ref.replace('#/$defs/', ''));
  const all = names.map((name) => Object.entries(components[name]?.properties ?? {}));
  const propertyName = all[0]?.find(([, { const: value }]) => value !== undefined)?.[0];
  if (propertyName === undefined) return {};
  const values = names.map((name) => [
    components[name]!.properties![propertyName]!.const,
    `#/components/schemas/${name}`,
  ]);
  return { discriminator: { propertyName, mapping: Object.fromEntries(values) as Record<string, string> } };
}

function withoutId({ id: _, ...schema }: object & { id?: unknown }): object {
  return schema;
}

/** The request that Baton makes. */
function webhookOf(event: string, data: z.ZodType, schemas: Schemas): object {
  const name = event.replaceAll(/(?:^|[._])([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  const schema = webhookPayload.extend({ type: z.literal(event), data }).meta({ id: `${name}Event` });
  const payload = converted(schema, 'output');
  Object.assign(schemas, toComponents(payload.components));
  const header = (name: string, about: string) => ({
    ...{ name, in: 'header', required: true, description: about, schema: { type: 'string' } },
  });
  return {
    post: {
      operationId: `on${name}`,
      ...{ tags: ['Events'], summary: `Baton tells of ${event}`, security: [] },
      parameters: [
        header('webhook-id', 'The same at each attempt and replay: take each id once.'),
        header('webhook-timestamp', 'Seconds since 1970.'),
        header(
          'webhook-signature',
          '`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several, separated by spaces.',
        ),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: toComponents(payload.schema) } } },
      responses: { '2XX': { description: 'Taken. Anything else is tried again.' } },
    },
  };
}

/** References as an OpenAPI document has them. */
function toComponents<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
}
