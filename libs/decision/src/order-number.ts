/** "#1042", "order no. FH-1042", "bestellung: 1042": a number that says what it is. */
const named =
  /(?:#|\b(?:order|bestellung|commande|pedido)\s*(?:no|nr|number|id)?[.:]?\s*#?)\s*([a-z]{0,4}-?\d{3,12})\b/i;
/** A bare number; not a price, and not a part of a date or of a longer code. */
const bare = /(?<![\d£$€.,/:-])\b([a-z]{0,4}-?\d{4,12})\b(?![.,/:-]?\d|\s*(?:%|€|pounds|euros?|dollars)|[a-z])/i;

/** The order number that a customer's message mentions, in capitals, or null. */
export function orderNumberIn(text: string): string | null {
  const found = named.exec(text) ?? bare.exec(text);
  return found?.[1]?.toUpperCase() ?? null;
}
