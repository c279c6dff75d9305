import { bulkhead, circuitBreaker, ConsecutiveBreaker, handleAll, wrap, type IPolicy } from 'cockatiel';
import { shopOrder, type ShopOrder } from '#contracts';
import { Countdown } from './countdown.js';

/** From the call to the answer's last byte, ms: a customer waits for it. */
const deadlineMs = 3000;
const maxAnswerBytes = 256 * 1024;
/** Calls to one shop: at work, and in line. More fail at once, as those to a slow API do after the deadline. */
const [callsAtOnce, callsInLine] = [8, 8];
/** Calls to all shops together, those in line included: no more messages than this wait for shops. */
export const maxOrderCalls = 32;
/** After so many failures in a row a shop's API is left alone for this long, ms; then one call tries it. */
const [failuresInARow, restMs] = [5, 5000];

const allShops = bulkhead(maxOrderCalls);
/** By address: a shop that changes it starts afresh. */
const shops = new Map<string, IPolicy>();

/**
 * GET {orderApiUrl}/{number}; null for a number that the shop does not know. Throws when the API is late, down, answers nonsense or more
 * than 256 KB, has too many calls already, or failed too often just now.
 */
export async function findOrder(orderApiUrl: string, number: string): Promise<ShopOrder | null> {
  return allShops.execute(() =>
    policyOf(orderApiUrl).execute(() => getOrder(`${orderApiUrl}/${encodeURIComponent(number)}`)),
  );
}

function policyOf(orderApiUrl: string): IPolicy {
  const known = shops.get(orderApiUrl);
  if (known) return known;
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  const policy = wrap(bulkhead(callsAtOnce, callsInLine), breaker);
  shops.set(orderApiUrl, policy);
  return policy;
}

async function getOrder(url: string): Promise<ShopOrder | null> {
  const late = new AbortController();
  const deadline = new Countdown(deadlineMs, () => late.abort(new Error('the order API is late'))).start();
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: late.signal,
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`the order API answered ${response.status}`);
    return shopOrder.parse(JSON.parse(await readText(response)));
  } finally {
    deadline.stop();
    late.abort(); // whatever of the answer is unread
  }
}

/** Reads no more than is allowed, whatever the headers promise. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body as ReadableStream<Uint8Array> | null) ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw new Error(`the order API answered more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
