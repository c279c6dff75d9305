import type { AddCategories, ImportCategories } from '#contracts';

/** What becomes of a category of the file, or of a group of similar messages. */
export type Fate = 'intent' | 'out_of_scope' | 'dropped';

export interface Choice {
  /** The category's name in the file, or `cluster-N`. */
  name: string;
  /** Its messages. */
  n: number;
  fate: Fate;
  /** Of the intent; categories of the same title are merged. Empty: not named yet. */
  title: string;
}

/** Fewer are too few to learn an intent from. */
export const fewRows = 5;

/** Categories keep their names; groups get theirs from people, and those without one are left out. */
export function firstChoices({ categories, clustered }: ImportCategories): Choice[] {
  return categories.map(({ name, n, suggestedTitle }): Choice => {
    return { name, n, fate: 'intent', title: clustered ? '' : suggestedTitle };
  });
}

/** Titles that differ in case or spaces only are one intent. */
export function sameTitle(title: string): string {
  return title.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

export function change(choices: Choice[], names: ReadonlySet<string>, changed: Partial<Choice>): Choice[] {
  return choices.map((choice) => (names.has(choice.name) ? { ...choice, ...changed } : choice));
}

/** All of them become the intent of the one with the most messages. */
export function merge(choices: Choice[], names: ReadonlySet<string>): Choice[] {
  const chosen = choices.filter(({ name }) => names.has(name));
  const biggest = chosen.reduce((a, b) => (b.n > a.n ? b : a));
  const title = biggest.title || (chosen.find((choice) => choice.title)?.title ?? '');
  return change(choices, names, { fate: 'intent', title });
}

export function smallOnes(choices: Choice[]): Choice[] {
  const rows = rowsByIntent(choices);
  return choices.filter((choice) => becomesIntent(choice) && (rows.get(sameTitle(choice.title)) ?? 0) < fewRows);
}

export function becomesIntent({ fate, title }: Choice): boolean {
  return fate === 'intent' && sameTitle(title) !== '';
}

/** Messages that each intent gets, by `sameTitle`. */
export function rowsByIntent(choices: Choice[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const choice of choices.filter(becomesIntent)) {
    const key = sameTitle(choice.title);
    rows.set(key, (rows.get(key) ?? 0) + choice.n);
  }
  return rows;
}

export interface Totals {
  intents: number;
  rows: number;
  outOfScope: number;
  leftOut: number;
}

export function totals(choices: Choice[]): Totals {
  const intents = rowsByIntent(choices);
  const rows = [...intents.values()].reduce((sum, n) => sum + n, 0);
  const outOfScope = sum(choices.filter(({ fate }) => fate === 'out_of_scope'));
  return { intents: intents.size, rows, outOfScope, leftOut: sum(choices) - rows - outOfScope };
}

function sum(choices: Choice[]): number {
  return choices.reduce((total, { n }) => total + n, 0);
}

/** As the server takes it: the title of an intent is as it was first written. */
export function toAdd(choices: Choice[]): AddCategories {
  const titles = new Map<string, string>();
  return {
    categories: choices.map((choice) => {
      const key = sameTitle(choice.title);
      if (!titles.has(key)) titles.set(key, choice.title.trim().replace(/\s+/gu, ' '));
      const intent = becomesIntent(choice) ? (titles.get(key) ?? null) : null;
      return { name: choice.name, intent, outOfScope: choice.fate === 'out_of_scope' };
    }),
  };
}
