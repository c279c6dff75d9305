import { clausesOf, type Clause } from './clauses.js';

/** What a customer says of an order. */
export type Claim =
  'not_arrived' | 'arrived' | 'cancelled' | 'not_cancelled' | 'returned' | 'not_refunded' | 'refunded';

const shape = (...lists: string[]) => new RegExp(`(?<!\\p{L})(?:${lists.join('|')})(?!\\p{L})`, 'iu');

const parcel =
  '(?:order|parcel|package|delivery|shipment|stuff|things?|goods|paket|bestellung|lieferung|sendung|ware|pedido|paquete|envío|commande|colis|livraison|طلب\\p{L}*|طرد\\p{L}*|شحنة\\p{L}*)';
/** Of these it is said as well that they have not come. */
const others = shape(
  'refund\\p{L}*|money|confirmation|e-?mails?|mails?|invoices?|receipt|reply|replies|answers?|response|label|voucher|codes?|updates?|news|notification|link|call|lid|cup|part|half|some of|one of|one thing|rest|second|other|everything|reward|discount|points|erstattung\\p{L}*|geld|bestätigung\\p{L}*|rechnung|antwort|rückmeldung|gutschein|anruf|deckel|teil|reembolso|dinero|correo|factura|respuesta|confirmación|parte|tapa|remboursement|argent|facture|réponse|confirmation|couvercle|partie|استرداد|المبلغ|فاتورة|رد|تأكيد|بريد|مال|المال|فلوس',
);
const notN = "(?:not|never|n't|(?:has|have|had|did|was|is|are|were|does|do)nt)";
const [perhaps, few] = ['(?: yet| even| actually| still| ever| been| be)*', '(?: \\p{L}+){0,3}'];

const notArrived = shape(
  // "n't" stands inside of a word.
  `(?:\\p{L}+(?=n't)n't|not|never|hasnt|havent|didnt|wasnt|isnt)(?: (?:it|they|(?:my|the) ${parcel}))?${perhaps} (?:arrived?|come|came|shown up|show up|showed up|turned up|turn up|delivered|reached (?:me|us)|got here|made it|received?|gotten|get (?:it|them|anything|my ${parcel}|the ${parcel}|${parcel})|got (?:it|them|anything|my ${parcel}|the ${parcel}))`,
  `(?:it|they|${parcel}(?: \\S*\\d\\S*)?)(?:'s|'re| is| are| was)?(?: still)? ?(?:not|n't)(?: even)? (?:here|there)|isn'?t (?:here|there)`,
  `(?:do not|don't|dont) have (?:it|them|anything|(?:my|the|any) ${parcel})`,
  `nothing(?: has| had|'s| is)?(?: ever)? (?:arrived|came|come|turned up|here|there|delivered|yet|in the (?:post|letter ?box|mail ?box)|at the door|received)|(?:received|got|have) nothing|still nothing|nothing (?:here|yet)`,
  `still (?:waiting|no (?:sign|trace|${parcel})|missing|not here)|no (?:${parcel}|sign of|trace of)(?! number)`,
  `(?:my|the) ${parcel}(?: \\S*\\d\\S*)? (?:is|has|got|went)(?: gone| been)? ?(?:missing|lost|vanished|disappeared)`,
  `(?:nicht|nie|niemals|nichts|kein\\p{L}*)${few} (?:angekommen|da|gekommen|erhalten|bekommen|geliefert|zugestellt|eingetroffen|gekriegt|hier)|kam(?: \\p{L}+)? (?:nie|nicht)(?: an)?|nichts (?:da|hier|angekommen)|warte${few} auf|kein (?:paket|päckchen)`,
  `(?:no|nunca|nada)(?: (?:me|nos|lo|la|los|las|se|ha|han|he|hemos|había|sido))* (?:llegado|llegó|llega|recibí|recibido|recibimos|recibo|aparecido|entregado|entregaron|tengo nada)|sigo esperando|sigo sin|aquí no hay nada|no hay nada|no está aquí|ni rastro|sin recibir`,
  `(?:pas|jamais|rien)(?: (?:encore|été|du tout|toujours))* (?:arrivée?s?|reçue?s?|livrée?s?|là|eue?|venue?)|n'est (?:toujours )?pas (?:là|arrivée?)|j'attends|toujours (?:rien|pas)|rien reçu|rien n'est arrivé|aucun colis`,
  `لم (?:يصل|تصل|يصلني|تصلني|أستلم|استلم|نستلم|يتم (?:ال)?(?:تسليم|توصيل)\\p{L}*|أتسلم|اتسلم)\\p{L}*|ما (?:وصل|استلم|جاء|جا)\\p{L}*|(?:ما ?زلت|لا ?زلت|لسه) (?:أنتظر|انتظر|مستني|ما)|لا يوجد (?:شيء|طرد)|لم يأت`,
);
const arrived = shape(
  `(?:it|they|${parcel}(?: \\S*\\d\\S*)?)(?:'s| has| have)?(?: (?:now|just|finally|already|all))* (?:arrived|came|turned up|been delivered|was delivered|were delivered)(?! with)`,
  `i(?:'ve| have)?(?: (?:now|just|finally|already))* (?:received|got) (?:it|them|(?:my|the) ${parcel})`,
  `(?:ist|sind|kam)(?: (?:gestern|heute|schon|endlich|inzwischen))* (?:angekommen|an)|habe? (?:es|sie|das paket|die bestellung)(?: (?:gestern|heute|schon|endlich))* (?:erhalten|bekommen)`,
  `(?:ya )?(?:me |nos )?(?:ha llegado|llegó) (?:ayer|hoy|ya|bien)|ya (?:me )?(?:ha llegado|llegó)|ya (?:lo |la )?(?:he recibido|recibí)`,
  `est (?:bien |enfin |déjà )?arrivée?|j'ai (?:bien |enfin |déjà )?reçu (?:ma commande|le colis|mon colis)`,
  `(?:وصلني|وصلتني|استلمت) (?:ال)?(?:طلب|طرد|شحنة)\\p{L}*`,
);
const deny = shape(
  `${notN}|\\p{L}+(?=n't)n't|no|nothing|nicht|nie|nichts|kein\\p{L}*|nunca|nada|tampoco|pas|jamais|rien|ne|n'\\p{L}+|لم|ما|لا|ليس`,
);
const cancelled = shape(
  `(?:i|we)(?:'ve| have| had)?(?: (?:already|just|actually|definitely))* cancell?ed|(?:order(?: \\S*\\d\\S*)?|it)(?:'s| was| is| has been| got)(?: already)? cancell?ed`,
  `(?:habe?|haben|hatte|wurde|ist)(?: \\S+){0,5} (?:storniert|abbestellt|widerrufen|annulliert)`,
  `(?:he|hemos|había|fue|está)(?: ya)? (?:cancelad[oa]|anulad[oa])|(?:lo |la |ya )?(?:cancelé|anulé)(?: (?:el|mi|ese|este))?`,
  `(?:j'ai|nous avons|j'avais|été)(?: déjà)? annulée?|(?:ألغيت|الغيت|لغيت|قمت بإلغاء)\\p{L}*`,
);
const notCancelled = shape(
  `(?:i|we) (?:have n't|haven't|did not|didn't|didnt|never|have not|have never)(?: even)? cancel(?:l?ed)?`,
  `(?:nicht|nie|nichts)${few} (?:storniert|abbestellt|widerrufen)`,
  `(?:no|nunca)(?: (?:lo|la|he|hemos|yo))* (?:cancelé|anulé|cancelado|anulado)|(?:pas|jamais|rien) annulée?|لم (?:ألغ|الغ|أقم بإلغاء)\\p{L}*|ما (?:ألغيت|الغيت)\\p{L}*`,
);
const returned = shape(
  `(?:i|we)(?:'ve| have| had)?(?: (?:already|just))* (?:returned|refused|(?:sent|posted|shipped)(?: \\S+){0,4} back)`,
  `(?:habe?|haben|hatte)(?: \\S+){0,5} (?:zurückgeschickt|zurückgesendet|zurückgesandt|retourniert|zurückgegeben)`,
  `(?:ya )?(?:lo |la )?(?:devolví|he devuelto|hemos devuelto)|(?:j'ai|nous avons)(?: (?:déjà|bien))? (?:renvoyé|retourné|rendu)|(?:أرجعت|ارجعت|أعدت|رجعت)\\p{L}*`,
);
const refunded = shape(
  `(?:i|we|it|order)(?:'ve|'s| have| has| was| were| had)?(?: (?:already|been|just))* refunded|got (?:my|the|a) (?:refund|money back)|refunded me`,
  `geld(?: \\S+){0,3} (?:zurück|zurückbekommen|erhalten)|(?:wurde|hat)(?: \\S+){0,4} erstattet|(?:me|nos) (?:han reembolsado|reembolsaron|devolvieron el dinero)`,
  `été remboursée?|(?:استرجعت|استرددت) (?:المبلغ|فلوسي|المال)`,
);
const notRefunded = shape(
  `(?:not|never|\\p{L}+(?=n't)n't|hasnt|havent|didnt|no|nothing|waiting for)(?: \\S+){0,5} (?:refund(?:ed)?|money(?: back)?)`,
  `(?:kein\\p{L}*|nicht|nie|warte)(?: \\S+){0,4} (?:erstattung|rückerstattung|erstattet|geld)|geld(?: \\S+){0,3} (?:nicht|nie)`,
  `(?:no|nunca|sin)(?: \\S+){0,4} (?:reembolso|reembolsado|reembolsaron|dinero)|(?:pas|jamais|attends)(?: \\S+){0,4} (?:remboursée?|remboursement)|لم(?: \\S+){0,4} (?:المبلغ|المال|فلوسي|الاسترداد)`,
);

/** What a text says of an order. Questions and suppositions say nothing, and what "tracking says" is nobody's word. */
export function claimsIn(text: string): Set<Claim> {
  const claims = new Set(clausesOf(text).flatMap((clause) => (clause.open ? [] : claimsOf(clause))));
  if (claims.has('arrived')) claims.delete('not_arrived'); // "it had not come, but now it has arrived"
  return claims;
}

function claimsOf({ text, reported }: Clause): Claim[] {
  const claims: Claim[] = [];
  if (notRefunded.test(text)) claims.push('not_refunded');
  else if (!others.test(text) && notArrived.test(text)) claims.push('not_arrived');
  if (notCancelled.test(text)) claims.push('not_cancelled');
  if (reported || deny.test(text)) return claims;
  if (arrived.test(text)) claims.push('arrived');
  if (cancelled.test(text)) claims.push('cancelled');
  if (returned.test(text)) claims.push('returned');
  if (refunded.test(text)) claims.push('refunded');
  return claims;
}
