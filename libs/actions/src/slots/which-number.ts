/** An order number in a text. */
export interface Mention {
  from: number;
  to: number;
  /** As the shop writes it. */
  value: string;
  /** The text calls it a number of an order. */
  named: boolean;
}

/** Between the numbers of a list: commas, "and", and what names the next. */
const listGap =
  /^(?:[\s,;/&+#.:°º-]|(?<!\p{L})(?:and|und|y|e|et|و|or|oder|ou|o|also|plus|as well as|sowie|my|the|other|meine|mi|ma|order|orders|bestellung|pedido|commande|طلب|الطلب|no|nr|number|nummer|n|numéro|número|رقم)(?!\p{L}))*$/iu;
/** What comes last is meant, and what came before was an error. */
const correction =
  /(?<!\p{L})(?:i mean|i meant|meant to (?:say|write)|should (?:be|say|have been)|correction|typo|my mistake|wrong (?:one|number)|mein(?:e|te) ich|ich mein(?:e|te)|vertippt|verschrieben|stimmt nicht|quise decir|quería decir|quiero decir|me equivoqué|je voulais dire|je veux dire|je me suis trompée?|erreur|أقصد|قصدي|اقصد|عفوا|آسف)(?!\p{L})/iu;
const names =
  "(?:the|my|for|it'?s?|it is|order|number|no\\.?|nr\\.?|#|die|der|das|nummer|bestellung|la|le|el|es|c'est|commande|número|numéro|pedido|طلب|رقم)";
/** Directly before a number that is not meant. "No 1042" is a number, ", no 1042" is not. */
const negated = new RegExp(
  `(?:(?<!\\p{L})(?:not|isn't|nicht|kein\\p{L}*|pas|no es|instead of|rather than|(?:an)?statt|en (?:lugar|vez) de|au lieu d[eu]|ليس|مش|بدل(?:ا من)?)|[,;.] no)(?:\\s+${names})*\\s*#?$`,
  'iu',
);

/** The number that a text is about: the last one; where it ends a list, all of the list. */
export function theOnesMeant(text: string, mentions: Mention[]): Mention[] {
  const kept = mentions.filter(({ from }) => !negated.test(text.slice(Math.max(0, from - 60), from)));
  const all = alike(kept.length > 0 ? kept : mentions);
  const corrected = correction.test(text);
  const meant: Mention[] = [];
  for (const mention of [...all].reverse()) {
    const next = meant[0];
    if (next && (corrected || !listGap.test(text.slice(mention.to, next.from)))) break;
    meant.unshift(mention);
  }
  return meant.filter((one, i) => meant.findIndex(({ value }) => value === one.value) === i);
}

/** Beside a number that says what it is, only those count that look like it. */
function alike(mentions: Mention[]): Mention[] {
  const length = ({ value }: Mention) => value.replace(/\D/g, '').length;
  const named = mentions.filter((mention) => mention.named);
  if (named.length === 0) return mentions;
  return mentions.filter((one) => one.named || named.some((other) => length(other) === length(one)));
}
