import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { answerText, BatonError, intentName, starterKit } from '#contracts';

const kitIntent = z.strictObject({
  name: intentName,
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(500),
  /** In English, with [words in brackets] where the shop has to put its own. */
  answer: answerText,
  examples: z.array(z.string().min(1).max(500)),
});
export type KitIntent = z.infer<typeof kitIntent>;

export interface StarterKit {
  name: z.infer<typeof starterKit>['name'];
  title: string;
  intents: KitIntent[];
}

/** The intents that every shop has, then those of its kind. */
export function starterKits(): StarterKit[] {
  const shared = read('core').intents;
  return starterKit.shape.name.options.map((name) => {
    const { title = name, intents } = read(name);
    return { name, title, intents: [...shared, ...intents] };
  });
}

/** Throws STARTER_KIT_UNKNOWN. */
export function findKit(name: string): StarterKit {
  const kit = starterKits().find((known) => known.name === name);
  if (!kit) throw new BatonError('STARTER_KIT_UNKNOWN');
  return kit;
}

const kitFile = z.strictObject({ title: z.string().optional(), intents: z.array(kitIntent) });

/** The data is found from this file, in the sources as in dist/. */
function read(name: string): z.infer<typeof kitFile> {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/starter-kits/')).replace(/\/dist$/, '');
  return kitFile.parse(JSON.parse(readFileSync(join(root, 'libs/starter-kits/data', `${name}.json`), 'utf8')));
}
