import { saysUnknown } from '#actions';
import { wordless } from '../manners/faces.js';
import { politeAct } from '../manners/polite.js';
import { tokens } from '../manners/tokens.js';
import type { EarlierMessage, Turn } from '../situation.js';

/**
 * The customer's last message before this one that carried a request: what a message that leans on it is read with. "And the trousers?"
 * leaned itself: then it is the message that it leaned on, with it where it asked for something else.
 */
export function requestBefore({ earlier }: Pick<Turn, 'earlier'>): string | null {
  let last: EarlierMessage | undefined;
  for (const each of earlier) {
    if (!carriesRequest(each.text, each.decision)) continue;
    last ??= each;
    if (each.decision?.leaned === true) continue; // a long episode is read no further back than to a whole request
    return last.decision?.intentId === each.decision?.intentId ? each.text : `${each.text} ${last.text}`;
  }
  return last?.text ?? null;
}

/** Rules by which a message that asks for something is never decided. */
const noRequest: ReadonlySet<string> = new Set(['small_talk', 'too_general', 'question_answered']);
/** "I want to talk to somebody about my lamp that broke": so many words say what about. */
const personAndMore = 9;

/**
 * Whether a message asks for something of the shop: it is no small talk, no cry for a person, and no bare answer to the bot's own question.
 * `decision`: what the bot decided about it; null: people had it.
 */
export function carriesRequest(text: string, decision: Pick<NonNullable<EarlierMessage['decision']>, 'rule'> | null) {
  if (text === '') return false; // files alone
  const rule = decision?.rule ?? null;
  if (rule !== null && noRequest.has(rule)) return false;
  if (rule === 'person_asked_for' && tokens(text).length < personAndMore) return false;
  return wordless(text) === null && politeAct(text) === null && !saysUnknown(text) && !isBareValue(text);
}

/** What stands around a number or an address that is given without anything else. */
const aroundValues = new Set(
  [
    'it is its the my number no nr order orders email mail e address postcode zip code id and here for you thats this to yes ok please oh no wait actually sorry i mean meant',
    'es el la mi numero pedido correo codigo postal y aqui tiene por favor si perdon',
    'ist die der das meine mein nummer bestellung bestellnummer mail adresse plz postleitzahl und hier bitte ja lautet',
    'est cest le ma mon numero commande adresse mail code postal et voici voila oui svp de',
    'رقم الطلب طلبي هو هي رقمه بريدي الايميل البريد الرمز نعم و',
  ].flatMap(tokens),
);

const aroundChoices = new Set(
  'a an not no and or what about how rather instead one ones oops sorry actually i mean meant nicht und oder sondern doch y o pero et ou mais plutot'
    .split(' ')
    .flatMap(tokens),
);

/** Some of these, given without anything else: "sorry, candle not mug". */
export function isBareChoice(text: string, choices: string[]): boolean {
  const known = new Set(choices.flatMap(tokens));
  const said = tokens(text);
  const rest = said.filter((token) => !known.has(token) && !known.has(token.replace(/s$/, '')));
  return rest.length < said.length && rest.every((token) => aroundValues.has(token) || aroundChoices.has(token));
}

/** A number or an address, given without anything else. */
export function isBareValue(text: string): boolean {
  const rest = tokens(text.replace(/\S+@\S+/g, ' ')).filter((token) => !/\p{N}/u.test(token));
  return rest.every((token) => aroundValues.has(token));
}
