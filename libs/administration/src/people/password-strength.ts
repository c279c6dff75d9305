import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZxcvbnFactory, type OptionsDictionary } from '@zxcvbn-ts/core';
import { BatonError, type PasswordStrength } from '#contracts';

/** Of 0 to 4: "safely unguessable" where guesses are limited in number, as by a slow hash. */
const leastScore = 3;
/** Judging takes time that grows with length and with look-alike characters: with these about 50 ms at most (measured). */
const bounds = { maxLength: 40, l33tMaxSubstitutions: 3 };

let judge: Promise<ZxcvbnFactory> | undefined;

/** How hard a password is to guess by somebody who knows what it is `about`: names, e-mail addresses. */
export async function passwordStrength(password: string, about: string[]): Promise<PasswordStrength> {
  judge ??= loadDictionaries();
  const { score, feedback } = (await judge).check(password, about.flatMap(words));
  const advice = [feedback.warning ?? '', ...feedback.suggestions];
  return { score, advice: advice.filter((sentence) => sentence !== '') };
}

/** Throws PASSWORD_WEAK. */
export async function requireStrongPassword(password: string, about: string[]): Promise<void> {
  const { score } = await passwordStrength(password, about);
  if (score < leastScore) throw new BatonError('PASSWORD_WEAK');
}

/** "Ada Lindqvist" and "ada@shop.example" are guessed by their parts too. */
function words(text: string): string[] {
  const parts = [text, ...text.split(/[\s@]+/), ...text.split(/[^\p{L}\p{N}]+/u)];
  return parts.filter((part) => part.length > 2);
}

/** Most processes never need these 80 MB, and a gateway needs them first when somebody chooses a password. */
async function loadDictionaries(): Promise<ZxcvbnFactory> {
  const [common, en, ...others] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-de'),
    import('@zxcvbn-ts/language-fr'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  await nextTurn();
  const dictionary = Object.assign({}, ...[common, en, ...others].map(named)) as OptionsDictionary;
  return new ZxcvbnFactory({ ...bounds, dictionary, graphs: common.adjacencyGraphs, translations: en.translations });
}

/** Some packs name their lists alike, and the one would take the place of the other. */
function named(pack: { dictionary: OptionsDictionary }, index: number): OptionsDictionary {
  return Object.fromEntries(Object.entries(pack.dictionary).map(([list, entries]) => [`${list}-${index}`, entries]));
}
