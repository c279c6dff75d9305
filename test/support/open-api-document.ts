import { Ajv2020 } from 'ajv/dist/2020.js';

type Json = Record<string, unknown>;
type Operations = Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>;

/** The document of the public API, by which answers are judged: no field may be there that it does not name. */
export class OpenApiDocument {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

  private constructor(readonly content: Json & { paths: Record<string, Operations> }) {
    this.ajv.addSchema(closed(content) as object, 'document');
  }

  static async load(url: string): Promise<OpenApiDocument> {
    const response = await fetch(`${url}/api/v1/openapi.json`);
    return new OpenApiDocument((await response.json()) as OpenApiDocument['content']);
  }

  /** What of an answer is not as documented. */
  mismatches(route: string, status: number, body: unknown): string[] {
    const [method, path] = route.split(' ') as [string, string];
    const documented = this.content.paths[path]?.[method.toLowerCase()]?.responses[status];
    if (!documented?.content) return [`${route} documents no body for ${status}`];
    const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', 'application/json', 'schema'];
    const place = pointer.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')));
    return this.errors(`document#/${place.join('/')}`, body);
  }

  /** What of a webhook's body is not as documented. */
  webhookMismatches(event: string, body: unknown): string[] {
    const place = `document#/webhooks/${event}/post/requestBody/content/application~1json/schema`;
    return this.errors(place, body);
  }

  private errors($ref: string, body: unknown): string[] {
    const validate = this.ajv.compile({ $ref });
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }
}

/** Objects with named fields have no others; maps of anything stay as they are. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  const names = 'properties' in inner && 'type' in inner && !('additionalProperties' in inner);
  return names ? { ...inner, additionalProperties: false } : inner;
}
