/** A text as claims are looked for in it: plain apostrophes, one clause after the other. */
export interface Clause {
  text: string;
  /** It asks, supposes or wishes: what it says is not said to be so. */
  open: boolean;
  /** It tells what somebody else says: "tracking says delivered". */
  reported: boolean;
}

const ends = /([.!?؟;,،:\n–—]+)(?=\s|$)/gu;
const joins = /\s(?=(?:but|and|though|although|however|aber|und|doch|pero|y|mais|et|لكن|ولكن)\s)/giu;
const word = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

const supposes = word(
  "if|unless|rather|i'd|until|in case|hope|hopefully|wonder(?:ing)?|whether|would|should|supposed|meant|expect(?:ed|ing)?|when will|before|how long|wenn|falls|ob|hoffe|hoffentlich|sollte|hätte|würde|bis|si|ojalá|espero que|debería|debía|hasta que|en caso|cuando llegue|au cas où|j'espère|devrait|devait|aurait|jusqu'à|إذا|اذا|لو|حتى|يجب|المفروض|متى|هل",
);
const asks = new RegExp(
  `^(?:\\s|hi|hello|hey|and|so|please|also|ok|okay|,)*(?:(?:has|have|had|is|was|did|does|do|can|could|will|are|were)(?:n'?t)? (?:it|my|the|this|that|you|i|we|order|parcel|package|anything|they|someone)|(?:ist|sind|wurde|hat|habt|kam|wird|kann) (?:es|sie|er|mein\\p{L}*|das|die|der|denn|schon|ihr|ich|man|bestellung)|¿|(?:ha|han|fue|está|ya ha|se ha) .*\\?|(?:est-ce|a-t-|avez-vous|est-il|elle est|il est).*\\?|هل )`,
  'iu',
);
const reports = word(
  'says?|said|saying|told|tells|shows?|showing|claims?|claiming|reads|according|tracking|status|marked|listed|supposedly|apparently|app|website|laut|steht|zeigt|angeblich|heißt|sendungsverfolgung|dice|según|pone|aparece|seguimiento|supuestamente|selon|indiqu\\p{L}*|dit|suivi|soi-disant|marquée?|affich\\p{L}*|تقول|يقول|حسب|الحالة|التتبع|مكتوب',
);

export function clausesOf(text: string): Clause[] {
  const read = text
    .slice(0, 1000)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase();
  return read
    .replace(ends, '$1\n')
    .replace(joins, '\n')
    .split('\n')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, open: supposes.test(part) || asks.test(part), reported: reports.test(part) }));
}
