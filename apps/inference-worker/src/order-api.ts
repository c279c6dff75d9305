import { shopOrder, type ShopOrder } from '#contracts';

/** A customer waits for it. */
const timeoutMs = 3000;

/** GET {orderApiUrl}/{number}; null for a number that the shop does not know. Throws when the API is late, down or answers nonsense. */
export async function findOrder(orderApiUrl: string, number: string): Promise<ShopOrder | null> {
  const response = await fetch(`${orderApiUrl}/${encodeURIComponent(number)}`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the order API answered ${response.status}`);
  return shopOrder.parse(await response.json());
}
