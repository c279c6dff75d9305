import type { Masker } from './kinds.js';

const address = /(?:https?:\/\/|www\.)[^\s<>"]+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}\/[^\s<>"]+/giu;
const endOfSentence = /[.,;:!?)\]]+$/;
/** Names of parameters whose values open something, or are somebody. */
const telling =
  /[?#&;](?:[a-z]+[_-])?(?:token|key|code|sig|signature|auth|session|sid|pass|password|pw|otp|e?mail|user|phone|name|order|id)=[^&]/i;

/** Addresses of pages that open an account or name somebody; a link to a product stays. */
export const maskLinks: Masker = (text, replace) =>
  text.replace(address, (found) => {
    const end = endOfSentence.exec(found)?.[0] ?? '';
    return tells(found.slice(0, found.length - end.length)) ? replace('link') + end : found;
  });

function tells(link: string): boolean {
  const [, path = '', rest = ''] = /^(?:https?:\/\/)?([^?#]*)(.*)$/is.exec(link)!;
  const hasUser = /^[^/]*@/.test(path);
  const values = rest.split(/[?#&;]/).map((pair) => pair.slice(pair.indexOf('=') + 1));
  return hasUser || telling.test(rest) || path.split('/').slice(1).some(isToken) || values.some(isToken);
}

/** Long and mixed, or full of digits: not a word of a shop's catalogue. */
function isToken(part: string): boolean {
  const digits = part.replace(/\D/g, '').length;
  return (
    digits >= 5 || part.includes('@') || /%40/.test(part) || (part.length >= 16 && digits >= 2 && !/-\D{3}/.test(part))
  );
}
