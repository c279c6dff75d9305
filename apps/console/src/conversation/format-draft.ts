import { t } from '../language/t.js';

/** A change of a draft, with what is selected after it. */
export type Edit = (text: string, from: number, to: number) => { text: string; from: number; to: number };

export const emphasise: Edit = (text, from, to) => {
  const selected = text.slice(from, to);
  return { text: `${text.slice(0, from)}**${selected}**${text.slice(to)}`, from: from + 2, to: to + 2 };
};

/** Each line of the selection is an item; pressed again, it is none. */
export const listed: Edit = (text, from, to) => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lines = text.slice(start, to).split('\n');
  const every = lines.every((line) => line.startsWith('- '));
  const block = lines.map((line) => (every ? line.slice(2) : `- ${line}`)).join('\n');
  const end = start + block.length;
  return { text: text.slice(0, start) + block + text.slice(to), from: end, to: end };
};

/** The address is what is to be typed next. */
export const link: Edit = (text, from, to) => {
  const words = text.slice(from, to) || t('link');
  const address = from + words.length + 3;
  const written = `[${words}](https://)`;
  return { text: text.slice(0, from) + written + text.slice(to), from: address, to: address + 'https://'.length };
};
