import { claimsIn, type Claim } from './customer-claims.js';
import { orderStates, type OrderState } from './order-states.js';

/** What cannot be true at the same time. */
const contradictions: Record<Claim, OrderState[]> = {
  not_arrived: ['delivered'],
  arrived: ['processing', 'on_its_way', 'cancelled'],
  cancelled: ['processing', 'on_its_way', 'delivered'],
  not_cancelled: ['cancelled'],
  returned: ['processing', 'on_its_way', 'delivered'],
  refunded: ['processing', 'on_its_way', 'delivered'],
  not_refunded: ['refunded'],
};

/** Whether a customer has just said the contrary of what the shop's answer to a call says of the order. */
export function contradicts(text: string, outputs: Readonly<Record<string, string>>): boolean {
  const claims = claimsIn(text);
  if (claims.size === 0) return false;
  const states = orderStates(outputs);
  return [...claims].some((claim) => contradictions[claim].some((state) => states.has(state)));
}
