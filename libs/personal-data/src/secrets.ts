import type { Masker } from './kinds.js';
import { digitsOf, wordEnd, wordStart } from './plain.js';

const passwordWords =
  '(?:pass ?word|pass ?phrase|passwort|kennwort|pwd?|contraseña|clave|mot de passe|mdp|كلم[ةه] (?:ال)?(?:مرور|سر)\\p{L}{0,2}|(?:ال)?باسورد)';
const is = "(?:is|was|ist|war|lautet|es|era|est|c'est|هي|هو)";
const password = new RegExp(
  String.raw`(${wordStart}${passwordWords}${wordEnd}(?:(?:\s\p{L}{1,10}){0,4}?\s${is})?(\s?[:=]\s?|\s))(["'«“„]?)([^\s"'»”“]+)`,
  'giu',
);

const codeWords = [
  'pin(?:[ -]?(?:code|number|nummer))?',
  'otp',
  'cvv2?',
  'cvc2?',
  '(?:security|verification|access|login|log-in|one-time|2fa|sms|gate|door|entry|lock|alarm) (?:code|password|passcode)',
  '(?:sicherheits|bestätigungs|prüf|zugangs|tür|einmal)(?:code|nummer|ziffer)',
  'código (?:de (?:seguridad|verificación|acceso|confirmación)|pin)',
  "code (?:de (?:sécurité|vérification|confirmation)|secret|d'accès|d'entrée|pin)",
  'cryptogramme',
  'digicode',
  'رمز (?:ال)?(?:تحقق|أمان|تأكيد|دخول|سري)',
  '(?:ال)?رقم (?:ال)?سري',
];
const afterCodeWords = new RegExp(
  String.raw`(${wordStart}(?:${codeWords.join('|')})${wordEnd}(?:\s?[:=#]|\s\p{L}{1,8}){0,3}\s?)(\d(?:[ -]?\d){2,9}|[\p{L}\d-]*\d[\p{L}\d-]*)${wordEnd}`,
  'giu',
);
/** A code of four digits by itself; those of the shop's offers and of errors are none. */
const plainCode = new RegExp(
  String.raw`(?<!(?:discount|promo|voucher|coupon|error|zip|post|product|item|qr|bar|gutschein|rabatt|fehler|promotionnel|postal)[ -]?)(${wordStart}(?:code|código|codigo|رمز|الكود)\s?(?:${is}\s|[:=]\s?))(\d{4})${wordEnd}`,
  'giu',
);
/** Keys and signed tokens of programs; gift cards in groups of four. */
const tokens =
  /(?<![\w.-])(?:eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{20,}|(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]{4}(?:-[A-Z\d]{4}){2,})(?![\w-])/g;

/** Passwords and codes, which come after the word for them. */
export const maskSecrets: Masker = (text, replace) =>
  text
    .replace(password, (found, before: string, link: string, quote: string, value: string, at: number) => {
      const [, core, end] = /^(.*?)([.,;:!?)]*)$/s.exec(value)!;
      const isLast = end !== '' || /^["'»”]?\s*($|\n)/.test(text.slice(at + found.length));
      return isPassword(core!, quote !== '' || (isLast && /[:=]/.test(link)))
        ? before + quote + replace('password') + end
        : found;
    })
    .replace(afterCodeWords, (found, before: string, value: string) =>
      digitsOf(value).length >= 3 ? before + replace('code') : found,
    )
    .replace(plainCode, (_, before: string) => before + replace('code'))
    .replace(tokens, () => replace('code'));

/** "Password: hunter" says so by itself; "my password is wrong" does not, "my password is hunter2" does. */
function isPassword(value: string, told: boolean): boolean {
  return value.length >= 3 && (told || (value.length >= 4 && /\d|[\p{L}][#$%^*_!@+=]./u.test(value)));
}
