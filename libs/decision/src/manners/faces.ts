/** What a face or sign without words says. `asks`: question marks, dots and the like. */
export type Face = 'angry' | 'unhappy' | 'wave' | 'thanks' | 'pleased' | 'asks';

/** Everything that is drawn as an emoji, with what joins or colours it. Digits and # are emoji to Unicode, too, but are no faces. */
const emoji =
  /(?![\d#*])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u200D|\uFE0E|\uFE0F|\u20E3/gu;
const typed: [RegExp, string][] = [
  [/(?<![\p{L}\p{N}])[:;=][-o']?[)\]DpP](?![\p{L}\p{N}])|\^_?\^|<3/gu, '🙂'],
  [/(?<![\p{L}\p{N}])[:=][-o']?[(/\\[|](?![\p{L}\p{N}/])/gu, '🙁'],
];
/** The first that has one of its signs says it. Whatever else is drawn is taken as pleased. */
const signs: [Face, RegExp][] = [
  ['angry', /[😠😡🤬👿😤💢🖕🤮]/u],
  ['asks', /[❓❔🤔⁉🤷❗❕]/u],
  ['unhappy', /[👎😞😟😢😭😣😖😫😩🙁☹😔😕😒🙄😑😐😥😓💔😨😰😱🤦🤢😪]/u],
  ['wave', /[👋🖐]/u],
  ['thanks', /[🙏💐🌹]/u],
];

/** The text without emoji and typed faces. */
export function withoutFaces(text: string): string {
  return drawn(text).replace(emoji, ' ');
}

/** Null: no face in it. */
export function faceIn(text: string): Face | null {
  const faces = drawn(text).match(emoji)?.join('') ?? '';
  if (/\P{M}/u.test(faces.replace(/\u200D|\uFE0E|\uFE0F|\u20E3/g, '')))
    return signs.find(([, sign]) => sign.test(faces))?.[0] ?? 'pleased';
  return null;
}

/** What a message says that has no words; null: it has some. */
export function wordless(text: string): Face | null {
  return /[\p{L}\p{N}]/u.test(withoutFaces(text)) ? null : (faceIn(text) ?? 'asks');
}

function drawn(text: string): string {
  return typed.reduce((rest, [face, sign]) => rest.replace(face, sign), text);
}
