import type { Ack, ErrorBody, VisitorSession } from '#contracts';
import type { KeyValue } from './storage.js';

const key = 'session';

export interface SessionRequest {
  origin: string;
  inboxKey: string;
  locale: string;
  pageUrl: string;
}

/** The session an earlier page left, unless it has expired. */
export function storedSession(storage: KeyValue): VisitorSession | null {
  try {
    const session = JSON.parse(storage.get(key) ?? '') as VisitorSession | null;
    return session?.token && session.inbox && Date.parse(session.expiresAt) > Date.now() ? session : null;
  } catch {
    return null;
  }
}

/** Asks for a new session; throws only when the gateway cannot be reached (or something else answers in its place). */
export async function createSession(storage: KeyValue, request: SessionRequest): Promise<Ack<VisitorSession>> {
  const { origin, inboxKey, locale, pageUrl } = request;
  const response = await fetch(`${origin}/api/visitor/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ inboxKey, locale, pageUrl: pageUrl.slice(0, 2000) }),
  });
  const body = (await response.json()) as Partial<VisitorSession & ErrorBody>;
  if (body.code) return { ok: false, error: body as ErrorBody };
  if (!body.token) throw new Error(`Unexpected answer with status ${response.status}`);
  storage.set(key, JSON.stringify(body));
  return { ok: true, data: body as VisitorSession };
}
