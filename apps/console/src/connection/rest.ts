import { BatonError, errorBody, errorTable, type ErrorCode } from '#contracts';
import { z } from 'zod';
import { t } from '../language/t.js';
import { codeOf } from './error-code.js';
import { TakenByColleague } from './who-was-quicker.js';

/** JSON, or bytes to be kept, over the gateway's REST API, same origin, with the session cookie. Failures are `BatonError`s. */
export async function request<T>(answer: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...contentOf(body),
  }).catch(() => {
    throw new BatonError('SERVICE_UNAVAILABLE');
  });
  const json: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer.parse(json);
  const problem = errorBody.safeParse(json);
  throw problem.success
    ? new BatonError(problem.data.code, problem.data.details)
    : new BatonError(
        response.status === 401 ? 'NOT_AUTHENTICATED' : response.status >= 502 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL',
      );
}

function contentOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  return body instanceof Blob
    ? { headers: { 'content-type': 'application/octet-stream' }, body }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const nothing = z.unknown().transform(() => null);

export function isSignedOut(error: unknown): boolean {
  return error instanceof BatonError && (error.code === 'NOT_AUTHENTICATED' || error.code === 'SESSION_EXPIRED');
}

/** The server may do better in a moment; what it refused it will refuse again. */
export function isPassing(error: unknown): boolean {
  return error instanceof BatonError && errorTable[error.code].status >= 500;
}

export function sentenceOf(code: ErrorCode): string {
  return t(errorTable[code].message);
}

/** The sentence for a person. */
export function sentence(error: unknown): string {
  if (error instanceof TakenByColleague) {
    return t('{name} was quicker and has this conversation now.', { name: error.colleague });
  }
  return sentenceOf(codeOf(error));
}
