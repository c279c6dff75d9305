import { tokens } from '../manners/tokens.js';

/** "The second one", in five languages: words for 1, 2, 3 and so on, and for the last. */
const ordinals = [
  'first 1st one erste ersten erster erstes eins primera primero primer uno una premier premiere un une 1er الاول الاولي واحد',
  'second 2nd two zweite zweiten zweiter zweites zwei segunda segundo dos deuxieme second seconde deux 2e الثاني الثانيه اثنان اثنين',
  'third 3rd three dritte dritten dritter drittes drei tercera tercero tercer tres troisieme trois 3e الثالث الثالثه ثلاثه',
].map((words) => new Set(words.split(' ').flatMap(tokens)));
const last = new Set('last latter letzte letzten letzter letztes ultima ultimo derniere dernier الاخير الاخيره'.split(' ').flatMap(tokens)); // prettier-ignore
const former = new Set('former erstere ersteres'.split(' ').flatMap(tokens));
/** What may stand around a number or an ordinal. */
const around = new Set(
  'the yes yeah yep ye yup option number no nr numero num nummer choice answer please pls bitte por favor svp thanks its it is i mean meant die der das den la el le les lo option opcion'
    .concat(
      ' one its that would be eso es cest ist ich meine je choisis quiero elijo take ill pick choose رقم الخيار من فضلك أريد',
    )
    .split(' ')
    .flatMap(tokens),
);
/** So much of a title is enough, if it stands in no other. */
const minTitlePart = 4;
/** Of more options not all can be meant. */
const mostAtOnce = 3;

const several = new Set(
  'both all them of two beide beiden alle ambos ambas las dos todas todos les deux tous toutes كلاهما كليهما الاثنان'
    .split(' ')
    .flatMap(tokens),
);
const all = /(?:^| )(?:al|ale|todas|todos|tous|toutes)(?: |$)/u;
const both = /(?:^| )(?:both|beide|beiden|ambos|ambas|dos|deux|كلاهما|كليهما|الاثنان)(?: |$)/u;

/**
 * Which of the titles a message chooses: the whole of one or a part that no other has, its number, its place, or both of two. Empty: none.
 */
export function optionsIn(text: string, titles: string[]): number[] {
  const said = tokens(text);
  if (said.length === 0) return [];
  const names = titles.map((title) => tokens(title));
  const whole = names.findIndex((name) => name.join(' ') === said.join(' '));
  if (whole >= 0) return [whole];
  const most = meantAtOnce(said);
  if (most > 0) return titles.length <= most ? titles.map((_, i) => i) : [];
  const one = byPlace(said, titles.length) ?? byPart(said, names);
  return one === null ? [] : [one];
}

/** "Both", "all of them": of how many at most; 0: the words say nothing of the kind. */
function meantAtOnce(said: string[]): number {
  if (!said.every((word) => several.has(word) || around.has(word))) return 0;
  const words = said.join(' ');
  return all.test(words) ? mostAtOnce : both.test(words) ? 2 : 0;
}

/** "The third", "both": it chooses, whether or not there is so much to choose from. */
export function isBareChoiceOf(text: string): boolean {
  const said = tokens(text);
  const isPlace = (word: string) => /^\d$/.test(word) || ordinals.some((words) => words.has(word)) || last.has(word);
  const chooses = said.some(isPlace) || meantAtOnce(said) > 0;
  return chooses && said.every((word) => isPlace(word) || around.has(word) || several.has(word));
}

function byPlace(said: string[], n: number): number | null {
  const meant = said.filter((word) => !around.has(word));
  // "Number one": what may stand around is meant itself.
  const places = (meant.length > 0 ? meant : said).flatMap((word) => placeOf(word, n) ?? []);
  return places.length === 1 && meant.length <= 1 ? places[0]! : null;
}

function placeOf(word: string, n: number): number | null {
  if (/^\d$/.test(word)) return Number(word) >= 1 && Number(word) <= n ? Number(word) - 1 : null;
  if (last.has(word)) return n > 0 ? n - 1 : null;
  if (former.has(word)) return n > 0 ? 0 : null;
  const place = ordinals.findIndex((words) => words.has(word));
  return place >= 0 && place < n ? place : null;
}

function byPart(said: string[], names: string[][]): number | null {
  const content = said.filter((word) => !around.has(word));
  if (content.join('').length < minTitlePart) return null;
  const fits = names.flatMap((name, i) => (content.every((word) => name.some((each) => alike(each, word))) ? [i] : []));
  return fits.length === 1 ? fits[0]! : null;
}

/** The same word, or one with another ending: "returns". */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (short.length >= minTitlePart && long.startsWith(short));
}
