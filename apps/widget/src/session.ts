import type { Ack, ErrorBody, VisitorInbox, VisitorSession } from '#contracts';
import type { KeyValue } from './storage.js';

export interface SessionRequest {
  origin: string;
  inboxKey: string;
  locale: string;
  pageUrl: string;
  /** The shop's JWT for a signed-in customer; empty: a stranger. */
  identityToken: string;
}

type StoredSession = VisitorSession & { subject: string };

/** The session an earlier page left to the same customer, unless it has expired. */
export function storedSession(storage: KeyValue, identityToken: string): VisitorSession | null {
  const session = read<StoredSession>(storage, 'session');
  const valid = session?.token && session.inbox && Date.parse(session.expiresAt) > Date.now();
  return valid && (session.subject ?? '') === subjectOf(identityToken) ? session : null;
}

/** Whom a token names, so that no customer finds another's session. Whether it is genuine is the gateway's to check. */
export function subjectOf(identityToken: string): string {
  try {
    const payload = identityToken.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    return (JSON.parse(atob(payload)) as { sub?: string }).sub ?? '';
  } catch {
    return '';
  }
}

/** Asks for a new session; throws only when the gateway cannot be reached (or something else answers in its place). */
export async function createSession(storage: KeyValue, request: SessionRequest): Promise<Ack<VisitorSession>> {
  const { origin, inboxKey, locale, identityToken } = request;
  const answer = await ask<VisitorSession>(`${origin}/api/visitor/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ inboxKey, locale, pageUrl: page(request) },
      ...(identityToken && { identityToken }),
    }),
  });
  if (!answer.ok) return answer;
  if (!answer.data.token) throw new Error('No session');
  storage.set('session', JSON.stringify({ ...answer.data, subject: subjectOf(identityToken) }));
  return answer;
}

/** What an earlier page was told of the inbox: shown until this page is. */
export const storedInbox = (storage: KeyValue) => read<VisitorInbox>(storage, 'inbox');

/** How the shop wants the widget to look and greet now. */
export async function fetchInbox(storage: KeyValue, request: SessionRequest): Promise<Ack<VisitorInbox>> {
  const query = new URLSearchParams({ inboxKey: request.inboxKey, pageUrl: page(request) });
  const answer = await ask<VisitorInbox>(`${request.origin}/api/visitor/inbox?${query}`);
  if (answer.ok) storage.set('inbox', JSON.stringify(answer.data));
  return answer;
}

const page = ({ pageUrl }: SessionRequest) => pageUrl.slice(0, 2000);

async function ask<T>(url: string, init?: RequestInit): Promise<Ack<T>> {
  const response = await fetch(url, { ...init, credentials: 'omit' });
  const body = (await response.json()) as T & Partial<ErrorBody>;
  return body.code ? { ok: false, error: body as ErrorBody } : { ok: true, data: body };
}

function read<T>(storage: KeyValue, key: string): T | null {
  try {
    return JSON.parse(storage.get(key) ?? '') as T | null;
  } catch {
    return null;
  }
}
