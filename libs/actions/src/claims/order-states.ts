import { clausesOf } from './clauses.js';

/** What has become of an order, as far as an answer to a customer says it. */
export type OrderState = 'processing' | 'on_its_way' | 'delivered' | 'cancelled' | 'returned' | 'refunded';

const shape = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

/** Codes and sentences of shops, in English, Spanish, German, French and Arabic. */
const shapes: Record<OrderState, RegExp> = {
  delivered: shape(
    'delivered|delivery complete[d]?|completed delivery|handed over to you|left (?:at|with|in) .*|received by .*|signed for|zugestellt|ausgeliefert|geliefert|übergeben|zustellung erfolgt|entregad[oa]s?|livrée?s?|remise?s? au destinataire|distribuée?s?|تم (?:ال)?(?:تسليم|توصيل)\\p{L}*|(?:ال)?مسلم|وصل(?:ت)?',
  ),
  on_its_way: shape(
    "on (?:its|the|their) way|in[ _-]?transit|out[ _-]?for[ _-]?delivery|shipped|dispatched|despatched|sent|posted|with the courier|fulfilled|unterwegs|versandt|versendet|verschickt|in zustellung|auf dem weg|en camino|en reparto|en tránsito|enviad[oa]s?|despachad[oa]|en route|expédiée?s?|envoyée?s?|en cours d'acheminement|في الطريق|تم (?:ال)?شحن\\p{L}*|تم (?:ال)?إرسال\\p{L}*|خرج للتوصيل|قيد التوصيل",
  ),
  processing: shape(
    'processing|pending|placed|confirmed|packed|being packed|picking|preparing|being prepared|awaiting|in bearbeitung|bestätigt|wird gepackt|verpackt|en preparación|preparando|procesando|confirmad[oa]|en préparation|confirmée?|en traitement|قيد (?:ال)?(?:تجهيز|معالجة|تحضير)|تم (?:ال)?تأكيد\\p{L}*',
  ),
  cancelled: shape(
    'cancell?ed|voided|storniert|annulliert|cancelad[oa]s?|anulad[oa]s?|annulée?s?|ملغي|ملغى|ملغاة|تم (?:ال)?إلغاء\\p{L}*',
  ),
  returned: shape(
    'returned|return received|returned to sender|retourniert|zurückgeschickt|retoure erhalten|devuelt[oa]s?|retournée?s?|renvoyée?s?|مرتجع|تم (?:ال)?إرجاع\\p{L}*',
  ),
  refunded: shape(
    'refunded|refund (?:sent|issued|paid|completed?|done|made)|(?:payment|money) has gone back.*|erstattet|rückerstattet|erstattung erfolgt|reembolsad[oa]s?|remboursée?s?|تم (?:ال)?(?:رد|استرداد|استرجاع)\\p{L}*',
  ),
};

/** What is still to come, or has not come about. */
const notYet = shape(
  "not|never|n't|no|un|yet to|will|shall|to be|should|expected|estimated|due|soon|awaiting|waiting|attempt(?:ed)?|fail(?:ed)?|partly|partially|part|scheduled|wird|werden|soll|nicht|noch|kein\\p{L}*|voraussichtlich|teilweise|versuch|fehlgeschlagen|será|serán|pendiente|aún|todavía|estimad[oa]|intento|fallid[oa]|parcialmente|sera|seront|pas|prévue?|bientôt|tentative|partiellement|سيتم|سوف|لم|قريبا|متوقع|محاولة|جزئي\\p{L}*",
);

const dateOrTime = /^\d{4}-\d{2}-\d{2}/;

export function orderStates(outputs: Readonly<Record<string, string>>): Set<OrderState> {
  const states = new Set<OrderState>();
  for (const [name, value] of Object.entries(outputs)) {
    const dated = /^(delivered|cancell?ed|returned|refunded)_?(?:on|at|date|time)?$/iu.exec(
      name.replace(/[- ]/g, '_'),
    )?.[1];
    if (dated && (dateOrTime.test(value) || value === 'true'))
      states.add(dated.toLowerCase().replace('canceled', 'cancelled') as OrderState);
    // A code such as OUT_FOR_DELIVERY is read as words.
    for (const clause of clausesOf(/^[\w-]+$/.test(value) ? value.replace(/[_-]/g, ' ') : value)) {
      if (notYet.test(clause.text)) {
        if (
          shapes.on_its_way.test(clause.text) &&
          !/(?<!\p{L})(?:not|never|yet|nicht|noch|aún|todavía|pas|لم)(?!\p{L})/iu.test(clause.text)
        )
          states.add('on_its_way');
        continue;
      }
      for (const state of Object.keys(shapes) as OrderState[]) if (shapes[state].test(clause.text)) states.add(state);
    }
  }
  return latest(states);
}

/** What came before says nothing of an order any more: "sent on Monday, delivered on Tuesday". */
function latest(states: Set<OrderState>): Set<OrderState> {
  const isOver = ['delivered', 'cancelled', 'returned', 'refunded'].some((state) => states.has(state as OrderState));
  if (isOver) states.delete('on_its_way');
  if (isOver || states.has('on_its_way')) states.delete('processing');
  if (states.has('returned') || states.has('cancelled')) states.delete('delivered');
  return states;
}
