import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const length = 26; // 130 bits

/** Names a conversation in mails, and cannot be guessed. Small letters, since mail servers may fold the case. */
export function newThreadToken(): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('');
}

/** `Shop <help@shop.example>` as `{ name: 'Shop', local: 'help', domain: 'shop.example' }`. */
export function partsOf(sender: string): { name: string; local: string; domain: string } {
  const [, name = '', bracketed] = /^(.*)<([^<>]+)>\s*$/.exec(sender) ?? [];
  const address = (bracketed ?? sender).trim();
  const at = address.lastIndexOf('@');
  return { name: name.trim().replace(/^"|"$/g, ''), local: address.slice(0, at), domain: address.slice(at + 1) };
}

/** Where an answer goes: `help+TOKEN@shop.example`. */
export function replyAddress(sender: string, token: string): string {
  const { local, domain } = partsOf(sender);
  return `${local}+${token}@${domain}`;
}

/** The first mail of a thread has this id in all others' references, so that mail programs show them together. */
export function threadId(sender: string, token: string): string {
  return `<${token}@${partsOf(sender).domain}>`;
}

export function mailId(sender: string, token: string, messageId: string): string {
  return `<${messageId}.${token}@${partsOf(sender).domain}>`;
}

/** Tokens in the addresses a mail went to and in the ids that it refers to; addresses first. */
export function tokensIn(addresses: string[], references: string[]): string[] {
  const inAddresses = addresses.flatMap((text) => [...text.toLowerCase().matchAll(/\+([a-z2-7]{26})@/g)]);
  const inReferences = references.flatMap((text) => [...text.toLowerCase().matchAll(/[<.]([a-z2-7]{26})@/g)]);
  return [...new Set([...inAddresses, ...inReferences].map((match) => match[1]!))];
}
