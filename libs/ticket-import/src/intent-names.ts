const longestName = 80;

/** "order_status" and "ORDER_STATUS" -> "Order status"; "VIP club" keeps its capitals. On one line. */
export function intentTitle(name: string): string {
  const spaced = name.replace(/[\p{Cc}_-]+/gu, ' ').trim();
  const words = /\p{Ll}/u.test(spaced) ? spaced : spaced.toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 100).toWellFormed();
}

/** "Where's my order?" -> "where_s_my_order": the label in training data, as contracts' intentName wants it. Not for titles without letters. */
export function intentNameOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  return words.replace(/^_+/, '').slice(0, longestName).toWellFormed().replace(/_+$/, '') || 'intent';
}
