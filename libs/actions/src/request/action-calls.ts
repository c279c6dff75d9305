import type { Action, ActionResult, Customer } from '../action.js';
import { decryptSecret } from '../secrets.js';
import { confirms } from './confirm.js';
import { HttpClient, type HttpAnswer, type SecretHeader } from './http-client.js';
import { httpRequest } from './http-request.js';
import { outputsOf } from './outputs.js';
import { Places } from './places.js';
import { ActionProblem } from './problem.js';

/** Statuses of "I know none of this" and "this is not yours", which must look the same from outside. */
const nothingFor: ReadonlySet<number> = new Set([400, 403, 404, 410, 422]);

/** Calls the actions of all shops. */
export class ActionCalls {
  private readonly places = new Places();
  private readonly http: HttpClient;

  constructor(
    private readonly secretKey: Buffer,
    allowedNetworks: string[],
  ) {
    this.http = new HttpClient(allowedNetworks);
  }

  /** Throws ActionProblem where the server is late, down, busy or answers nonsense. */
  async call(action: Action, slots: Record<string, string>, customer: Customer | null): Promise<ActionResult> {
    const request = httpRequest(action, slots, customer);
    const secret = this.secretOf(action);
    const json = await this.places.call(action.workspaceId, request.url, async () => {
      const answer = await this.http.send(request, secret, action.timeoutMs);
      return nothingFor.has(answer.status) ? undefined : jsonOf(answer);
    });
    if (json === undefined) return 'not_confirmed';
    if (action.identity !== 'public' && !confirms(action, slots, json)) return 'not_confirmed';
    return { outputs: outputsOf(json, action.outputs) };
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private secretOf({ id, headerName, headerSecret }: Action): SecretHeader | null {
    if (headerSecret === null || headerName === '') return null;
    return { name: headerName, value: openSecret(this.secretKey, id, headerSecret) };
  }
}

export function jsonOf({ status, body }: HttpAnswer): unknown {
  if (status < 200 || status > 299) throw new ActionProblem('status');
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ActionProblem('not_json');
  }
}

function openSecret(key: Buffer, owner: string, sealed: string): string {
  try {
    return decryptSecret(key, owner, sealed);
  } catch {
    throw new ActionProblem('secret_unreadable');
  }
}
