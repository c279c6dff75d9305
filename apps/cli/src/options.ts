import { InvalidArgumentError, Option } from 'commander';
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

/** For commands that read a model folder. */
export function baseOption(): Option {
  return new Option('--base <dir>', 'the encoder that a model trained with --adapters and another --base belongs to');
}
