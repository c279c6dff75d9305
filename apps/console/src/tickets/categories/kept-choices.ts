import type { ImportCategories } from '#contracts';
import { useState } from 'react';
import { z } from 'zod';
import { firstChoices, type Choice } from './choices.js';

const keptChoice = z.object({
  name: z.string(),
  n: z.number(),
  fate: z.enum(['intent', 'out_of_scope', 'dropped']),
  title: z.string(),
});
const keyOf = (importId: string) => `baton.import.${importId}`;

/** Naming two hundred topics is work: it is kept in this browser until they are added. */
export function useChoices(importId: string, offered: ImportCategories) {
  const [choices, setChoices] = useState(() => kept(importId, offered) ?? firstChoices(offered));
  const change = (next: Choice[]) => {
    setChoices(next);
    try {
      localStorage.setItem(keyOf(importId), JSON.stringify(next));
    } catch {
      // A full or forbidden storage: they last as long as the page.
    }
  };
  return [choices, change] as const;
}

export function forgetChoices(importId: string): void {
  localStorage.removeItem(keyOf(importId));
}

/** Null where nothing was kept, or for other categories: the file was read anew. */
function kept(importId: string, { categories }: ImportCategories): Choice[] | null {
  const parsed = z.array(keptChoice).safeParse(read(keyOf(importId)));
  if (!parsed.success || parsed.data.length !== categories.length) return null;
  return parsed.data.every(({ name, n }, index) => name === categories[index]?.name && n === categories[index].n)
    ? parsed.data
    : null;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null; // somebody else's, or cut off
  }
}
