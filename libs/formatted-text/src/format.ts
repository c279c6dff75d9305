import { isSafeLink, linkify } from './linkify.js';

export interface Span {
  text: string;
  bold?: boolean;
  /** Of http or https. */
  href?: string;
}

export type Block =
  /** Its line breaks are in its spans. */
  { type: 'text'; spans: Span[] } | { type: 'list'; ordered: boolean; start: number; items: Span[][] };

const item = /^ {0,3}(?:([-*•])|(\d{1,4})[.)])[ \t]+(?=\S)/;
/** `**bold**`, or `[words](https://…)`. */
const mark = /\*\*(?=\S)([^*\n]*[^*\s\n])\*\*|\[([^[\]\n]+)\]\((https?:\/\/[^\s()<>"]+)\)/gi;

/**
 * The part of Markdown that helps in a chat: `**bold**`, `- ` and `1. ` lists, `[words](https://…)` and bare addresses. Whatever is not
 * one of these stays as it was typed.
 */
export function format(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const endText = () => {
    const joined = lines.join('\n').replace(/^\n+|\n+$/g, '');
    if (joined !== '') blocks.push({ type: 'text', spans: spansOf(joined) });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const [prefix, , number] = item.exec(line) ?? [];
    if (prefix === undefined) {
      lines.push(line);
      continue;
    }
    endText();
    const ordered = number !== undefined;
    const last = blocks.at(-1);
    const spans = spansOf(line.slice(prefix.length));
    if (last?.type === 'list' && last.ordered === ordered) last.items.push(spans);
    else blocks.push({ type: 'list', ordered, start: Number(number ?? 1), items: [spans] });
  }
  endText();
  return blocks;
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(mark)) {
    const [whole, bold, words, href] = match;
    if (href !== undefined && !isSafeLink(href)) continue;
    spans.push(...linkify(text.slice(end, match.index)));
    if (bold !== undefined) spans.push(...linkify(bold).map((part) => ({ ...part, bold: true })));
    else spans.push({ text: words!, href: href! });
    end = match.index + whole.length;
  }
  return [...spans, ...linkify(text.slice(end))];
}
