import type { TestedAction } from '#contracts';
import type { Action, Customer } from '../action.js';
import { jsonOf } from './action-calls.js';
import { confirms } from './confirm.js';
import type { HttpClient, SecretHeader } from './http-client.js';
import { httpRequest, type HttpRequest } from './http-request.js';
import { outputsOf } from './outputs.js';
import { ActionProblem } from './problem.js';

const hidden = '••••';
/** As a signed-in customer of the shop would be named. */
const exampleCustomer: Customer = { id: 'customer-1', email: 'customer@example.com' };

/** One call for whoever sets the action up, with everything that was said; the secret is shown nowhere, not even where the answer repeats it. */
export async function tryAction(
  http: HttpClient,
  action: Pick<Action, 'method' | 'url' | 'body' | 'outputs' | 'identity' | 'confirmedBy' | 'timeoutMs'>,
  slots: Record<string, string>,
  secret: SecretHeader | null,
): Promise<TestedAction> {
  const hide = (text: string) => (secret === null ? text : text.replaceAll(secret.value, hidden));
  const tried: TestedAction = {
    request: { method: action.method, url: hide(action.url), body: null },
    response: null,
    outputs: Object.fromEntries(action.outputs.map(({ name }) => [name, null])),
    confirmed: null,
    problem: null,
  };
  try {
    const customer = action.identity === 'signed_in' ? exampleCustomer : null;
    const request: HttpRequest = httpRequest(action, slots, customer);
    tried.request = { ...request, url: hide(request.url), body: request.body && hide(request.body) };
    const start = performance.now();
    const answer = await http.send(request, secret, action.timeoutMs);
    tried.response = { status: answer.status, body: hide(answer.body), ms: Math.round(performance.now() - start) };
    const json = jsonOf(answer);
    const values = Object.entries(outputsOf(json, action.outputs));
    Object.assign(tried.outputs, Object.fromEntries(values.map(([name, value]) => [name, hide(value)])));
    if (action.identity === 'verified_contact') tried.confirmed = confirms(action, slots, json);
  } catch (error) {
    if (!(error instanceof ActionProblem)) throw error;
    tried.problem = error.message;
  }
  return tried;
}
