/** "Two quick questions:" before what is asked. */
export const announced = String.raw`(?:two|three|2|3|(?:a )?(?:few|couple(?: of)?)) (?:quick |wee |small |little )?(?:questions?|qs|q['’]?s|queries|things?|ones?|bits|matters|points|requests)`;
/** What may stand before a question: a greeting, a word that goes on, "two things:", the marker of a list. */
const lead = [
  String.raw`(?:(?:hi|hello|hey|also|and|ok|sorry|please|pls|first|firstly|second|secondly|hola|hallo|bonjour|und|y|et)(?: there)?[,.!:]* +)*`,
  `(?:${announced}[:,.–\\- ]+)?`,
  String.raw`(?:(?:first|firstly),? +)?(?:\(?[1-9a-d][).]\s+)?[¿]?`,
].join('');
/** Words by which a question begins, in English, Spanish, German, French and Arabic. */
const openers = [
  "can you tell me|how|what|what'?s|when|where|where'?s|who|which|why|is|are|do|does|did|can|could|would|will|have (?:you|ye|u)|(?:you|u|ye) got|got any|has|any|should|may",
  'qué|cuál(?:es)?|cuánt[oa]s?|cómo|cuándo|dónde|quién|puedo|hay|tienen|se puede',
  'wie|was|wann|wo|wer|welche[rsnm]?|warum|ist|sind|kann|können|könnt|habt|haben|gibt|darf',
  'comment|quand|où|combien|quel(?:le)?s?|qui|est-ce|puis-je|peut-on|avez|y a-t-il|pourquoi',
  'كم|متى|أين|اين|كيف|هل|ماذا|لماذا',
].join('|');
/** What leads up to a question that is not put as one: "my wife asks how ...", "tell me as well what ...". */
const indirect = [
  String.raw`(?:so |just )*(?:tell me|let me know)(?: also| as well| too)? (?:how|what|when|where|who|which|why|if|whether)`,
  String.raw`(?:(?:i|we|my \p{L}+)(?: (?:(?:also|just) )?(?:want(?:s|ed)? to know|asks?|(?:am |are |is )?wondering|wonders?)|(?: would|'d) (?:also )?like to know)|(?:just )?wondering) (?:how|what|when|where|who|which|why|if|whether)`,
  '(?:quisiera|quiero|me gustaría) saber|dígame|dime',
  'ich (?:wüsste gern|wüsste gerne|möchte (?:gern |gerne )?wissen|will wissen)|sagen sie mir|sag mir',
  'je (?:voudrais|veux|aimerais) (?:aussi )?savoir|dites-moi',
].join('|');
/** "Can't find it": a statement that leaves out who. */
const statement = "can't (?:find|see|get|log|open|pay|seem|reach|send)";
/** "If they don't fit can I send them back": what is asked stands after the condition. */
const conditional = String.raw`if [^.?!]{2,60}?[ ,]+(?:can|could|do|will|would|should|may|how|what|where) (?:i|we|you|u|ye|it|they|do|can|will|long|much)`;
const asking = new RegExp(
  `^${lead}(?!${statement}(?![\\p{L}]))(?:${openers}|${indirect}|${conditional})(?![\\p{L}])`,
  'iu',
);

/** Whether a text begins as a question does, with or without its mark: what asks is seldom a mere part of what stands before it. */
export function asks(text: string): boolean {
  return asking.test(text.replaceAll('’', "'"));
}
