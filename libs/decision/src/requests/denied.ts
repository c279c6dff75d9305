/** What may stand before a denial, as often as it likes. */
const interjection = /^(?:no|sorry|well|but|oh|wait|nein|nicht doch|non|لا)[,\s]/iu;
/**
 * The beginning of a clause by which somebody says what they do not want or did not mean, in five languages: "I don't want to cancel",
 * "not the mug". What the shop failed to do ("I did not get", "it isn't there") is a request all the same, so those words are none of these.
 */
const denial = new RegExp(
  `^(?:${[
    String.raw`not (?!here|there|yet|arrived|received|working|happy|good|sure|able|available)`,
    String.raw`(?:i|we) (?:do not|don['’]?t) (?:want|need|wish|mean)\b`,
    String.raw`(?:i|we) (?:did not|didn['’]?t) (?:mean|ask)\b`,
    String.raw`(?:i['’]?m|i am|we['’]?re|we are) not (?:\w{1,20}ing|after|here to)\b`,
    String.raw`no quiero\b|no me refiero\b|no (?:el|la|los|las) `,
    String.raw`nicht (?:der|die|das|den) |ich (?:will|möchte|meine) (?:nicht|kein\w{0,2})\b`,
    String.raw`pas (?:le|la|les|un|une) |je ne (?:veux|voulais|parle) pas\b`,
    String.raw`لا أريد|ليس `,
  ].join('|')})`,
  'iu',
);
/** Between what is denied and what is meant. */
const clauseEnd = /[,.;:!–—] | (?:but|sondern|sino|mais|بل) /u;

/** Whether a part of a message says what its writer does not want. */
export function isDenied(text: string): boolean {
  let rest = spaced(text);
  // "No, sorry, not that": each is taken off by itself, so that no expression has to find out how they divide the text.
  for (let found = interjection.exec(rest); found && !denial.test(rest); found = interjection.exec(rest))
    rest = rest.slice(found[0].length).replace(/^[,\s]+/, '');
  return denial.test(rest);
}

/** A message without what it denies at its beginning: "not the mug, the candle" is about the candle. */
export function affirmed(text: string): string {
  const written = spaced(text);
  const end = clauseEnd.exec(written.replace(/^(?:no|sorry|nein|non|لا)[,. ]+/iu, (word) => ' '.repeat(word.length)));
  if (!end || !isDenied(written)) return text;
  const rest = written.slice(end.index + end[0].length);
  return rest === '' ? text : rest;
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
