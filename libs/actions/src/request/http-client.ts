import { Agent, fetch, type Response } from 'undici';
import { Countdown } from '#observability';
import { addressRule, checkedLookup, refuseLiteral } from './addresses.js';
import type { HttpRequest } from './http-request.js';
import { ActionProblem } from './problem.js';

const maxAnswerBytes = 256 * 1024;
const maxRedirects = 3;

export interface HttpAnswer {
  status: number;
  body: string;
}

export interface SecretHeader {
  name: string;
  value: string;
}

/** Calls addresses that shops name, for actions and for webhooks: bounded in time and size, and never inside the operator's own network unless he allows it. */
export class HttpClient {
  private readonly mayCall: (address: string) => boolean;
  private readonly agent: Agent;

  constructor(allowedNetworks: string[]) {
    this.mayCall = addressRule(allowedNetworks);
    this.agent = new Agent({ connect: { lookup: checkedLookup(this.mayCall) } });
  }

  /** Throws ActionProblem. `timeoutMs`: from the call to the last byte, redirects included. */
  async send(request: HttpRequest, secret: SecretHeader | null, timeoutMs: number): Promise<HttpAnswer> {
    const late = new AbortController();
    const deadline = new Countdown(timeoutMs, () => late.abort(new ActionProblem('late'))).start();
    try {
      const response = await this.follow(request, secret, late.signal);
      return { status: response.status, body: await readText(response) };
    } catch (error) {
      throw problemOf(error);
    } finally {
      deadline.stop();
      late.abort(); // whatever of the answer is unread
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  /** Every hop is checked as the first one was. The secret goes to the origin that it was entered for, and to no other. */
  private async follow(request: HttpRequest, secret: SecretHeader | null, signal: AbortSignal): Promise<Response> {
    const { origin } = new URL(request.url);
    let [url, { method, body }] = [new URL(request.url), request];
    for (let hop = 0; ; hop++) {
      refuseLiteral(url, this.mayCall);
      const response = await fetch(url, {
        ...{ method, body, signal, dispatcher: this.agent, redirect: 'manual' },
        headers: {
          accept: 'application/json',
          'user-agent': 'Baton',
          ...request.headers,
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(secret && url.origin === origin && { [secret.name]: secret.value }),
        },
      });
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
      await response.body?.cancel();
      if (hop === maxRedirects || !URL.canParse(location, url.href)) throw new ActionProblem('redirects');
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) throw new ActionProblem('redirects');
      if (response.status < 307) {
        if (request.keepsMethod) throw new ActionProblem('redirects');
        [method, body] = ['GET', null];
      }
    }
  }
}

/** Reads no more than is allowed, whatever the headers promise and however small it was packed. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body as AsyncIterable<Uint8Array> | null) ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new ActionProblem('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The reason under what `fetch` wraps it in. */
function problemOf(error: unknown): ActionProblem {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ActionProblem) return cause;
  }
  return new ActionProblem('unreachable', { cause: error });
}
