import { secondThought } from './second-thought.js';

/** What may stand before a denial, as often as it likes. */
const interjection =
  /^(?:no|sorry|well|but|oh|ah|wait|actually|hang on|hold on|fine|ok|okay|right|yes|yeah|nein|nicht doch|non|لا)[,\s]/iu;
/**
 * The beginning of a clause by which somebody says what they do not want or did not mean, in five languages: "I don't want to cancel",
 * "not the mug". What the shop failed to do ("I did not get", "it isn't there") is a request all the same, so those words are none of these.
 */
const denial = new RegExp(
  `^(?:${[
    String.raw`not (?!here|there|yet|arrived|received|working|happy|good|sure|able|available)`,
    String.raw`(?:i|we) (?:do not|don['’]?t) (?:want|need|wish|mean)\b`,
    String.raw`(?:please )?(?:do not|don['’]?t) tell me\b`,
    // What is to be done no more: "don't cancel it, can it go to my work".
    String.raw`(?:please )?(?:do not|don['’]?t) (?:cancel|refund|return|exchange|swap)\b`,
    // "Scrap that. How do I pick the right size", "forget the mails, I mean my order".
    String.raw`(?:forget|scrap|ignore|disregard|never ?mind) (?:about )?(?:the|that|this|my|all that|what i)\b`,
    String.raw`leave (?:it|that)(?: so| then)?(?=[,.;])`,
    String.raw`(?:i|we) (?:did not|didn['’]?t) (?:mean|ask)\b`,
    String.raw`(?:i['’]?m|i am|we['’]?re|we are) not (?:\w{1,20}ing|after|here to)\b`,
    // What is not so, beside what is: "it isn't broken, there's a part missing".
    String.raw`(?:it|that|this)(?:['’]s not| is not| isn['’]?t) (?:about|broken|damaged|faulty|lost|late|missing|dirty|urgent|a|an|the|my)\b`,
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

/** At the end of a message, in a few words: "the mug, not the candle". */
const lastDenial =
  /[,;–-]? (?:and |und |y |et )?(?:not|nicht|no|pas) (?:the|my|die|der|das|den|el|la|los|las|le|les) \S{1,40}[.!]*$/iu;
/** After "sorry" a bare word does: "sorry, candle not mug". "Sorry, it's not working" denies nothing. */
const lastWordDenied = /^((?:sorry|oops|no|wait|actually)[ ,].*\p{L}),? (?:and )?not \p{L}{1,40}[.!]*$/iu;
const verbBefore =
  /(?:\bis|\bare|\bam|\bwas|\bwere|\bdo|\bdoes|\bdid|\bhas|\bhave|\bcan|\bwill|\bwould|\bit|\bwhy|['’](?:s|re|m|ve))$/iu;
/** Then it tells what came in place of what: "I ordered the mug, not the candle". */
const tells =
  /(?<!\p{L})(?:ordered|got|get|receiv|sent|send|bought|want|came|bestell|bekomm|erhalt|pedí|recib|compr|command|reç)/iu;

/** A message without what it takes back or denies, at its beginning or its end: "not the mug, the candle" is about the candle. */
export function affirmed(text: string): string {
  const rest = afterDenial(secondThought(text)?.after ?? text);
  const bare = lastWordDenied.exec(rest)?.[1];
  const named = bare !== undefined && !verbBefore.test(bare) ? bare : rest.replace(lastDenial, '');
  const short = tells.test(rest) ? rest : named;
  return short.trim() === '' ? rest : short;
}

function afterDenial(text: string): string {
  const written = spaced(text);
  const end = clauseEnd.exec(
    written.replace(
      /^(?:(?:no|sorry|wait|hang on|hold on|actually|fine|ok|okay|right|yes|yeah|nein|non|لا)[,. ]+)+/iu,
      (word) => ' '.repeat(word.length),
    ),
  );
  if (!end || !isDenied(written)) return text;
  const rest = written.slice(end.index + end[0].length);
  return rest === '' ? text : rest;
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** "I never cancelled it", "we didn't return it", "please don't cancel it": with the verb. "I haven't cancelled yet" asks how. */
const neverDid =
  /(?<!\p{L})(?:(?:i|we) (?:never|did not|didn['’]?t|have never) (?:even |actually |ever )?|(?:do not|don['’]?t) (?:want (?:you )?to |wish to )?)(?<verb>\p{L}{3,30})/giu;
/** So much of a verb and of a word has to be the same. */
const leastStem = 5;

/** Whether the customer says that they never did, or do not want, what a title names: "I never cancelled it" of "Cancel an order". */
export function deniesDoing(text: string, title: string): boolean {
  const names = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...text.matchAll(neverDid)].some(({ groups }) => {
    const verb = groups!['verb']!.toLowerCase();
    return names.some((name) => name.length >= leastStem && verb.startsWith(name));
  });
}
