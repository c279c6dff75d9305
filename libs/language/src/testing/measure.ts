import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { detectLanguage, type Detected } from '../detect.js';

/** A message written for this project. Null: of no language, and nothing may be sure of one. `mixed`: nothing may be sure. */
export interface WrittenMessage {
  text: string;
  language: string | null;
  mixed?: boolean;
}

export function writtenMessages(): WrittenMessage[] {
  const lines = readFileSync('libs/language/src/testing/short-messages.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as WrittenMessage);
}

/** Half of the messages, by hash: words and limits were chosen by the other half. */
export function isHeldOut({ text }: WrittenMessage): boolean {
  return createHash('sha256').update(text).digest()[0]! % 2 === 1;
}

export interface Figures {
  messages: number;
  /** Called what it is, or nothing where it is of no language. */
  right: number;
  sure: number;
  /** Sure of something wrong; of no language or of two, sure at all. */
  sureAndWrong: number;
}

export function measure(
  messages: WrittenMessage[],
  detect: (text: string) => Detected | null = detectLanguage,
): Figures {
  const figures = { messages: messages.length, right: 0, sure: 0, sureAndWrong: 0 };
  for (const { text, language, mixed } of messages) {
    const found = detect(text);
    if ((found?.language ?? null) === language || (language === null && !found?.sure)) figures.right += 1;
    if (!found?.sure) continue;
    figures.sure += 1;
    if (mixed || found.language !== language) figures.sureAndWrong += 1;
  }
  return figures;
}
