import type { StarterKit } from '#contracts';
import { Check, ChevronRight, Shirt, Smartphone, Sofa, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { sentence } from '../../connection/rest.js';
import { GoOn } from '../../ui/go-on.js';
import { Loaded } from '../../ui/loaded.js';
import { say } from '../../ui/toasts.js';
import { Button } from '../../ui/button.js';
import { useAddKit, useStarterKits } from '../queries.js';
import { whole } from '../words.js';
import { t } from '../../language/t.js';

const icons: Record<StarterKit['name'], LucideIcon> = { fashion: Shirt, home: Sofa, electronics: Smartphone };

/** Intents with messages and draft answers for shops that have no tickets yet. */
export function StarterKits() {
  const kits = useStarterKits();
  const add = useAddKit();
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const addKit = ({ name, title }: StarterKit) =>
    add.mutate(name, {
      onSuccess: ({ intents, examples }) => {
        setAdded(new Set([...added, name]));
        say(
          'good',
          intents + examples === 0
            ? t('{title}: all of it was there already.', { title })
            : t('{title}: {intents} and {messages} added.', { title, ...sizeWords(intents, examples) }),
        );
      },
      onError: (error) => say('bad', sentence(error)),
    });
  return (
    <>
      <Loaded query={kits} what={t('The starter kits')}>
        {(list) => (
          <ul className="grid items-start gap-4 md:grid-cols-3">
            {list.map((kit) => (
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
        )}
      </Loaded>
      {added.size > 0 && (
        <div className="flex justify-end">
          <GoOn to="/set-up/answers">{t('Edit the answers')}</GoOn>
        </div>
      )}
    </>
  );
}

const sizeWords = (intents: number, messages: number) => ({
  intents: t('{count} intents', { count: intents }),
  messages: t('{count} messages', { count: messages }),
});

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
            {Object.values(sizeWords(kit.intents.length, kit.nExamples)).join(', ')}
          </p>
        </div>
      </header>
      <ul
        className="max-h-72 overflow-y-auto px-4 py-2 text-compact"
        tabIndex={0}
        aria-label={t('Intents of {title}', { title: kit.title })}
      >
        {kit.intents.map(({ name, title, nExamples, answer }) => (
          <li key={name} className="border-b border-line py-1.5 last:border-b-0">
            <details className="group">
              <summary className="flex cursor-pointer items-center gap-1.5 rounded">
                <ChevronRight
                  size={13}
                  className="shrink-0 text-faint group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:scale-x-100"
                  aria-hidden
                />
                <span className="flex-1">{title}</span>
                <span className="figures text-xs text-muted">{whole(nExamples)}</span>
              </summary>
              <p className="mt-1 ms-5 border-s-2 border-accent ps-2.5 text-xs text-muted">{answer}</p>
            </details>
          </li>
        ))}
      </ul>
      <footer className="border-t border-line p-3">
        <Button tone={added ? 'plain' : 'primary'} className="w-full" disabled={added || adding} onClick={onAdd}>
          {added && <Check size={15} aria-hidden />}
          {added ? t('Added') : adding ? t('Adding…') : t('Add this kit')}
        </Button>
      </footer>
    </section>
  );
}
