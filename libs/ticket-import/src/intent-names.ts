const longestName = 80;

/** "order_status" -> "Order status". */
export function intentTitle(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim().toLowerCase();
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
