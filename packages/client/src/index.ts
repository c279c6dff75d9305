import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, operations, paths, webhooks } from './schema.js';

type Schemas = components['schemas'];
export type Conversation = Schemas['Conversation'];
export type Message = Schemas['Message'];
export type Contact = Schemas['Contact'];
export type BatonClient = Client<paths, 'application/json'>;

/** An answer that is no success: `code` is stable, the message says what to do. */
export class BatonApiError extends Error {
  readonly code: string;
  readonly details: readonly string[];
  readonly requestId: string;

  constructor(
    readonly status: number,
    error: Schemas['Error'],
  ) {
    super(error.message);
    this.name = 'BatonApiError';
    this.code = error.code;
    this.details = error.details ?? [];
    this.requestId = error.requestId;
  }
}

/** `url`: where the installation is, as https://chat.shop.example. Answers that are no success are thrown as BatonApiError. */
export function baton(url: string, apiKey: string, fetch: typeof globalThis.fetch = globalThis.fetch): BatonClient {
  const client = createClient<paths>({
    baseUrl: url.replace(/\/$/, ''),
    headers: { authorization: `Bearer ${apiKey}` },
    fetch,
  });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) throw new BatonApiError(response.status, await errorOf(response));
    },
  });
  return client;
}

/** What stands between a program and Baton may answer in words of its own. */
async function errorOf(response: Response): Promise<Schemas['Error']> {
  const text = await response.text();
  try {
    const error = JSON.parse(text) as Partial<Schemas['Error']>;
    if (typeof error.code === 'string' && typeof error.message === 'string')
      return { requestId: '', ...error } as Schemas['Error'];
  } catch {
    // not JSON: not of Baton
  }
  return { code: 'UNKNOWN', message: `The server answered ${response.status}.`, requestId: '' };
}

/** All items of a paged list, page after page. */
export async function* everyItem<T>(
  page: (cursor: string | undefined) => Promise<{ data?: { items: T[]; nextCursor: string | null } }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const { data } = await page(cursor);
    yield* data?.items ?? [];
    cursor = data?.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
