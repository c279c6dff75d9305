import { InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { ModelError } from '#contracts';
import type { ColumnMap } from '#ticket-import';

/** A number strictly between 0 and 1. */
export function shareOption(flags: string, description: string, fallback: number): Option {
  return new Option(flags, description).default(fallback).argParser((text) => {
    const value = Number(text);
    if (!(value > 0 && value < 1)) throw new InvalidArgumentError('Give a number between 0 and 1, such as 0.05.');
    return value;
  });
}

export function wholeOption(flags: string, description: string, fallback: number): Option {
  return new Option(flags, description).default(fallback).argParser((text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('Give a whole number, such as 1.');
    return value;
  });
}

/** Only where neither the names of columns nor a help desk's headers say it. */
export function mapOption(): Option {
  return new Option(
    '--map <columns>',
    'what the file calls the columns, such as text=Subject,intent=Category',
  ).argParser((map): ColumnMap => {
    const pairs = map.split(',').map((pair) => pair.split('='));
    const valid = pairs.every(([name, column]) => ['text', 'intent', 'oos'].includes(name!) && column);
    if (!valid) throw new ModelError('MAP_BROKEN', { map });
    return Object.fromEntries(pairs) as ColumnMap;
  });
}

export function workspaceOption(): Option {
  return new Option('--workspace <slug>', 'needed where there is more than one');
}

/** Options by the contract of what they make; names the wrong ones as they are typed. */
export function checked<T>(schema: z.ZodType<T>, options: unknown): T {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const typed = (name: PropertyKey) => `--${String(name).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const wrong = new Set(parsed.error.issues.map(({ path: [name = ''] }) => typed(name)));
  throw new ModelError('OPTIONS_WRONG', { options: [...wrong].join(', ') });
}

/** For commands that read a model folder. */
export function baseOption(): Option {
  return new Option('--base <dir>', 'the encoder that a model trained with --adapters and another --base belongs to');
}
