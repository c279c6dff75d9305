/** Numbers that are no order numbers, wherever they stand: dates, prices, quantities, telephone numbers and the like. */

const notInWord = '(?<![\\p{L}\\p{N}])';
const wordEnds = '(?![\\p{L}\\p{N}])';
const year = '(?:19|20)\\d\\d';
/** Not where an order has just been named: "order 1042 items are missing". */
const notNamed =
  '(?<!(?:orders?|bestellung|auftrag|commande|pedido|طلب|طلبي|الطلب|#)[^\\p{L}\\d]{0,3}(?:(?:no|nr|number|nummer|n[°º]|رقم)[^\\p{L}\\d]{0,3})?)';

const months = [
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'märz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر',
].join('|');
const currencies =
  '£|\\$|€|%|pounds?|quid|euros?|eur|gbp|usd|dollars?|bucks|cents?|pence|p|pfund|prozent|percent|libras?|dólares|livres?|por ciento|جنيه|دولار|يورو|درهم|ريال';
const units = [
  'x|mm|cm|m|km|ml|cl|l|g|kg|mg|gsm|oz|lbs?|inch(?:es)?|ft|w|watts?|v|volts?|k|kelvin|lumens?|mah|hz|rpm|gb|mb|thread count',
  'pieces?|pcs|items?|units?|sets?|pairs?|copies|people|guests|employees|customers|times|stars?|points|words|pages|miles|metres?|meters?',
  'seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|litres?|liters?|grams?',
  'stück|teile|paar|personen|gäste|sekunden|minuten|stunden|tage?n?|wochen|monate?n?|jahre?n?|gramm|meter',
  'piezas|unidades|pares|personas|veces|segundos|minutos|horas|días|semanas|meses|años|gramos|metros',
  'pièces|unités|paires|personnes|fois|secondes|heures|jours|semaines|mois|ans|grammes|mètres',
  'قطعة|قطع|حبة|شخص|مرة|دقيقة|ساعة|يوم|أيام|أسبوع|شهر|سنة|سم|متر|كيلو',
].join('|');
/** What a number with another name is the number of. */
const otherNames = [
  '(?:customer|client|account|member(?:ship)?|loyalty|invoice|voucher|gift ?card|coupon|discount|model|item|article|product|sku|serial|batch|tracking|phone|telephone|mobile|tel|fax|iban|vat|room|flat|apartment|apt|suite|house|unit|po box|size|version|ticket|card)',
  '(?:kunden|konto|mitglieds|rechnungs|gutschein|modell|artikel|produkt|serien|sendungs|paket|tracking|telefon|handy|haus|zimmer|ticket)-?(?:nummer|nr|code)|größe|grösse|modell|telefon|handy',
  '(?:cliente|cuenta|factura|cupón|modelo|artículo|producto|seguimiento|teléfono|móvil|talla|habitación|piso|tarjeta)',
  '(?:client|compte|facture|modèle|article|produit|suivi|téléphone|portable|taille|pointure|chambre|carte)',
  '(?:العميل|الحساب|الفاتورة|التتبع|الهاتف|الجوال|مقاس|المقاس|بطاقة)',
].join('|');
/** Not past the end of a sentence: "that was my phone number. 1043". */
const numberOf =
  '(?:\\s*(?:(?:number|code|id|nummer|numéro|número)(?!\\.\\s)|no|nr|num|n[°º]))?[\\s.:#=°º-]*(?:(?:is|ist|est|es|was|lautet|هو)\\s+)?';

const shapes = [
  /[^\s@]+@[^\s@]+|https?:\/\/\S+|www\.\S+/u,
  `${notInWord}1z[0-9a-z]{8,}|${notInWord}[a-z]{2}\\d{9}[a-z]{2}${wordEnds}|${notInWord}j{1,2}d ?\\d{4,}|${notInWord}[a-z0-9]*\\d{13,}[a-z0-9]*|${notInWord}[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,}(?: ?[a-z0-9]{1,3})?${wordEnds}`,
  // Dates and times.
  `${notInWord}(?<!\\d[/-])\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?![\\p{L}\\d]|[./-]\\d)`,
  `(?<![\\p{L}\\p{N}/-])\\d{1,2}/\\d{1,2}(?![\\d/])|(?<![\\p{L}\\p{N}/-])\\d{1,2}/${year}(?!\\d)`,
  `${notInWord}\\d{1,2}(?:st|nd|rd|th|er|\\.)?[ -](?:of |de |d')?(?:${months})\\.?(?:,? (?:de |del )?\\d{4}|[ -]\\d{2,4})?${wordEnds}`,
  `${notInWord}(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?${wordEnds}(?:,? ${year})?|${notInWord}(?:${months}),? (?:de |del )?${year}${wordEnds}`,
  `${notInWord}(?:in|since|during|year|spring|summer|autumn|winter|christmas|easter|friday|seit|jahr|sommer|weihnachten|en|desde|año|depuis|année|noël|سنة|عام|منذ) (?:the )?${year}${wordEnds}`,
  `${notInWord}\\d{1,2}(?:[:.]\\d{2}){1,2} ?(?:[ap]\\.?m\\b|uhr|h${wordEnds})?|${notInWord}\\d{1,2}(?:\\d{2}(?=[ap]m))? ?(?:[ap]m|uhr|o'?clock)${wordEnds}|${notInWord}\\d{1,2} ?h ?\\d{2}${wordEnds}`,
  `${notInWord}(?:at|um|gegen|a las|à|الساعة) \\d{1,2} \\d{2}(?! ?\\d)`,
  // Prices and measures.
  `[£$€] ?\\d[\\d.,]*(?: ?\\d{3}(?!\\d))*`,
  `(?<![\\p{L}\\d])\\d[\\d.,]*(?: ?\\d{3}(?!\\d))?\\s?(?:${currencies})(?![\\p{L}\\d])`,
  `${notInWord}(?:gbp|eur|usd) ?\\d[\\d.,]*`,
  `${notNamed}(?<![\\p{L}\\d])\\d[\\d.,]*(?: ?[x×] ?\\d[\\d.,]*)* ?-?(?:${units})${wordEnds}`,
  `(?<![\\p{L}\\d.,])\\d+[.,]\\d{1,2}(?![\\p{L}\\d]|[.,]\\d)`,
  `(?<![\\p{L}\\d])\\d+ ?[x×] ?\\d+${wordEnds}`,
  // "I want to order 1500 bags": a verb.
  `${notInWord}(?:to|can|could|will|would|i|we|i'd|we'd|i'll|want|let me|please|and) (?:re-?)?order (?:another |about |around )?\\d[\\d ]* (?=\\p{L})`,
  `${notInWord}(?:bulk|large|big|group|sample|wholesale|corporate|trade) orders? (?:of |for )?\\d+`,
  `${notInWord}(?:orders?|bestellung|pedido|commande) (?:of|for|von|über|de|pour|para) \\d+ (?=\\p{L}{3})`,
  // Telephone numbers, cards, parcels, postcodes, addresses.
  `${notInWord}\\+ ?\\d[\\d ()./-]{6,}\\d|\\(0\\d+\\)[\\d ]{5,}\\d|${notInWord}00\\d{2}[\\d ]{7,}\\d|${notNamed}${notInWord}(?=(?:\\d[ /-]?){9})0\\d{2,5}[ /-]?\\d{3,}(?:[ -]?\\d{2,})*${wordEnds}|${notInWord}0\\d(?:[ .-]\\d\\d){4}${wordEnds}`,
  `${notInWord}\\d{4}(?:[ -]\\d{4}){2,3}${wordEnds}|[*x•.]{2,} ?\\d{3,4}${wordEnds}`,
  `${notInWord}(?:ending(?: in| with| on)?|ends(?: in| with| on)?|last (?:four|4)(?: digits)?(?: are| is)?|visa|mastercard|amex|endet (?:auf|mit)|endziffern|terminada en|termina en|(?:se )?termin(?:e|ant) par|finissant par|تنتهي ب)[ :ـ]*\\d{3,4}${wordEnds}`,
  `${notInWord}(?:(?:${otherNames})${numberOf})[a-z]{0,4}-?\\d[\\d /-]*\\d`,
  `${notInWord}\\d{3,}(?:['’]s| is| was) (?:(?:the )?(?:end|start|beginning|last (?:bit|part)|part) of )?(?:my|our|the) (?:phone|telephone|mobile|house|flat|door|card|pin|post ?code|account|customer|invoice|tracking)${wordEnds}`,
  `${notInWord}(?:post ?code|zip(?: ?code)?|plz|postleitzahl|code postal|c[oó]digo postal|الرمز البريدي)[^\\p{L}\\p{N}]{0,3}(?:is |ist |est |es )?\\d{3,5}`,
  `${notInWord}(?:d-\\d{5}|f-\\d{5}|ch-\\d{4})${wordEnds}|${notInWord}(?:live|living|moved?|ship|deliver|send|wohne|umgezogen|liefern?|versenden|schicken|habite|vivo)(?: \\p{L}+){0,3} (?:in|to|nach|à|en|a) \\d{5} (?=\\p{L})`,
  `${notInWord}\\d+[a-z]?,? (?:\\p{L}+ ){1,2}(?:street|road|avenue|lane|drive|close|st|rd|ave)${wordEnds}`,
].map((shape) => (typeof shape === 'string' ? new RegExp(shape, 'giu') : new RegExp(shape, 'giu')));

/** Stands in the place of each character; nothing that a number or a word is made of. */
export const cover = '¤';

/** The text with such numbers covered, character for character. */
export function coverOtherNumbers(text: string): string {
  return shapes.reduce((rest, shape) => rest.replace(shape, (match) => cover.repeat(match.length)), text);
}
