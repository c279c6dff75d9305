/**
 * The beginning of a clause by which somebody says what they do not want or did not mean, in five languages: "I don't want to cancel",
 * "not the mug". What the shop failed to do ("I did not get", "it isn't there") is a request all the same, so those words are none of these.
 */
const denial = new RegExp(
  `^(?:${[String.raw`(?:no|sorry|well|but|oh|wait)[,\s]+`, String.raw`(?:nein|nicht doch|non|لا)[,\s]+`].join(
    '|',
  )})*(?:${[
    String.raw`not\s+(?!here|there|yet|arrived|received|working|happy|good|sure|able|available)`,
    String.raw`(?:i|we) (?:do not|don['’]?t) (?:want|need|wish|mean)\b`,
    String.raw`(?:i|we) (?:did not|didn['’]?t) (?:mean|ask)\b`,
    String.raw`(?:i['’]?m|i am|we['’]?re|we are) not (?:\w+ing|after|here to)\b`,
    String.raw`no quiero\b|no me refiero\b|no (?:el|la|los|las)\s`,
    String.raw`nicht (?:der|die|das|den)\s|ich (?:will|möchte|meine) (?:nicht|kein\w*)\b`,
    String.raw`pas (?:le|la|les|un|une)\s|je ne (?:veux|voulais|parle) pas\b`,
    String.raw`لا أريد|ليس\s`,
  ].join('|')})`,
  'iu',
);
/** Between what is denied and what is meant. */
const clauseEnd = /[,.;:!–—]\s+|\s+(?:but|sondern|sino|mais|بل)\s+/u;

/** Whether a part of a message says what its writer does not want. */
export function isDenied(text: string): boolean {
  return denial.test(text.trim());
}

/** A message without what it denies at its beginning: "not the mug, the candle" is about the candle. */
export function affirmed(text: string): string {
  const end = clauseEnd.exec(text.replace(/^(?:no|sorry|nein|non|لا)[,.\s]+/iu, (word) => ' '.repeat(word.length)));
  if (!end || !isDenied(text)) return text;
  const rest = text.slice(end.index + end[0].length).trim();
  return rest === '' ? text : rest;
}
