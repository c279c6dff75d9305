import type { StarterKit } from '#contracts';
import { ArrowRight, Check, ServerCrash, Shirt, Smartphone, Sofa, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { sentence } from '../../connection/rest.js';
import { say } from '../../ui/toasts.js';
import { Button } from '../../ui/button.js';
import { Bone, Loading, Placeholder } from '../../ui/states.js';
import { useAddKit, useStarterKits } from '../queries.js';
import { counted, whole } from '../words.js';

const icons: Record<StarterKit['name'], LucideIcon> = { fashion: Shirt, home: Sofa, electronics: Smartphone };

/** Intents with messages and draft answers for shops that have no tickets yet. */
export function StarterKits() {
  const kits = useStarterKits();
  const add = useAddKit();
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  if (kits.isPending) {
    return (
      <Loading what="starter kits">
        <div className="grid gap-4 md:grid-cols-3">
          <Bone className="h-80 rounded-2xl" />
          <Bone className="h-80 rounded-2xl" />
          <Bone className="h-80 rounded-2xl" />
        </div>
      </Loading>
    );
  }
  if (kits.isError) {
    return (
      <Placeholder
        icon={ServerCrash}
        title="The starter kits could not be loaded"
        action={<Button onClick={() => void kits.refetch()}>Try again</Button>}
      >
        {sentence(kits.error)}
      </Placeholder>
    );
  }
  const addKit = ({ name, title }: StarterKit) =>
    add.mutate(name, {
      onSuccess: ({ intents, examples }) => {
        setAdded(new Set([...added, name]));
        const news = `${counted(intents, 'intent')} and ${counted(examples, 'message')} added.`;
        say('good', `${title}: ${intents + examples === 0 ? 'all of it was there already.' : news}`);
      },
      onError: (error) => say('bad', sentence(error)),
    });
  return (
    <>
      <ul className="grid items-start gap-4 md:grid-cols-3">
        {kits.data.map((kit) => (
          <li key={kit.name}>
            <Kit
              kit={kit}
              added={added.has(kit.name)}
              adding={add.isPending && add.variables === kit.name}
              onAdd={() => addKit(kit)}
            />
          </li>
        ))}
      </ul>
      {added.size > 0 && (
        <div className="flex justify-end">
          <Link
            to="/set-up/answers"
            className="inline-flex h-8 items-center gap-1.5 rounded-lg bg-accent px-3 text-compact font-medium text-on-accent hover:bg-accent-hover"
          >
            Edit the answers <ArrowRight size={15} aria-hidden />
          </Link>
        </div>
      )}
    </>
  );
}

function Kit({ kit, added, adding, onAdd }: { kit: StarterKit; added: boolean; adding: boolean; onAdd: () => void }) {
  const Icon = icons[kit.name];
  return (
    <section aria-label={kit.title} className="overflow-hidden rounded-2xl border border-line bg-surface">
      <header className="flex items-center gap-3 border-b border-line p-4">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-ink">
          <Icon size={19} aria-hidden />
        </span>
        <div>
          <h2 className="text-sm font-semibold">{kit.title}</h2>
          <p className="figures text-xs text-muted">
            {counted(kit.intents.length, 'intent')}, {counted(kit.nExamples, 'message')}
          </p>
        </div>
      </header>
      <ul
        className="max-h-72 overflow-y-auto px-4 py-2 text-compact"
        tabIndex={0}
        aria-label={`Intents of ${kit.title}`}
      >
        {kit.intents.map(({ name, title, nExamples, answer }) => (
          <li key={name} className="border-b border-line py-1.5 last:border-b-0">
            <details>
              <summary className="flex cursor-pointer justify-between gap-2 rounded">
                <span>{title}</span>
                <span className="figures text-xs text-muted">{whole(nExamples)}</span>
              </summary>
              <p className="mt-1 border-l-2 border-accent pl-2.5 text-xs text-muted">{answer}</p>
            </details>
          </li>
        ))}
      </ul>
      <footer className="border-t border-line p-3">
        <Button tone={added ? 'plain' : 'primary'} className="w-full" disabled={added || adding} onClick={onAdd}>
          {added && <Check size={15} aria-hidden />}
          {added ? 'Added' : adding ? 'Adding…' : 'Add this kit'}
        </Button>
      </footer>
    </section>
  );
}
