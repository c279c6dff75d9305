import EmailReplyParser from 'email-reply-parser';
import { convert } from 'html-to-text';
import { answerLines } from './words.js';

/** Beyond it a mail's text is no answer to read in a chat, UTF-16 units. */
const mostText = 200_000;
const parser = new EmailReplyParser();

/** What the customer wrote, without the mail that is answered and without the signature. */
export function replyText({ text, html }: { text?: string; html?: string }): string {
  const whole = (text?.trim() ? text : convert((html ?? '').slice(0, mostText), htmlOptions)).slice(0, mostText);
  return parser
    .read(aboveTheLine(whole.replaceAll('\r\n', '\n')))
    .getVisibleText()
    .trim();
}

const htmlOptions = {
  wordwrap: false as const,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'blockquote', format: 'skip' },
    { selector: '.gmail_quote', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
};

/** Mail programs put the answered mail below; the line over it says who wrote it, in whatever words. */
function aboveTheLine(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => answerLines.some((words) => line.includes(`— ${words} —`)));
  if (at < 0) return text;
  const above = lines.slice(0, at);
  while (above.at(-1)?.replace(/[>\s]/g, '') === '') above.pop();
  const last = above.at(-1) ?? '';
  const introduces = /[:：]\s*$/.test(last) || /<[^<>\s]+@[^<>\s]+>/.test(last);
  return (introduces ? above.slice(0, -1) : above).join('\n');
}
