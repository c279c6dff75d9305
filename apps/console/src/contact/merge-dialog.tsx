import type { ContactDetail, ContactSummary } from '#contracts';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { sentence } from '../connection/rest.js';
import { visitorName } from '../conversation/words.js';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { Problem } from '../ui/problem.js';
import { Bone, Loading } from '../ui/states.js';
import { useSettled } from '../ui/use-settled.js';
import { useContactSearch, useMergeContact, useSplitContact } from './queries.js';
import { t } from '../language/t.js';

/** Two contacts that are one person: found by name or e-mail, and taken apart again where it was wrong. */
export default function MergeDialog({ contact, close }: { contact: ContactDetail; close: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim(), 250);
  const found = useContactSearch(search);
  const merge = useMergeContact(contact.id);
  const split = useSplitContact();
  const others = (found.data ?? []).filter((other) => other.id !== contact.id);
  const join = (other: ContactSummary) =>
    merge.mutate(other.id, {
      onSuccess: close,
    });
  return (
    <Sheet
      open
      onOpenChange={(open) => open || close()}
      title={t('Who else is {contact}?', { contact: named(contact) })}
    >
      <div className="space-y-4">
        {contact.merged.length > 0 && (
          <ul aria-label={t('The same person')} className="divide-y divide-line rounded-xl border border-line">
            {contact.merged.map((other) => (
              <li key={other.id} className="flex items-center gap-3 px-3 py-2">
                <Who contact={other} />
                <Button
                  small
                  disabled={split.isPending}
                  onClick={() => void attempt(split.mutateAsync(other.id), t('They are two contacts again.'))}
                >
                  {t('Take apart')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="relative">
          <Search size={15} className="absolute start-2.5 top-2.5 text-faint" aria-hidden />
          <input
            id={id}
            type="search"
            autoFocus
            aria-label={t('Name or e-mail of the other contact')}
            placeholder={t('Name or e-mail of the other contact')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={`${fieldClass} ps-8!`}
          />
        </div>
        {search === '' ? (
          <p className="text-compact text-muted">
            {t('Both keep their conversations, and are shown as one person. It can be taken back.')}
          </p>
        ) : found.isPending ? (
          <Loading what={t('contacts')}>
            <Bone className="h-16 w-full" />
          </Loading>
        ) : found.isError ? (
          <p className="text-compact text-muted">{sentence(found.error)}</p>
        ) : others.length === 0 ? (
          <p className="text-compact text-muted">{t('Nobody else is called that.')}</p>
        ) : (
          <ul aria-label={t('Contacts found')} className="max-h-72 divide-y divide-line overflow-y-auto">
            {others.map((other) => (
              <li key={other.id} className="flex items-center gap-3 py-2">
                <Who contact={other} />
                <Button small disabled={merge.isPending} onClick={() => join(other)}>
                  {t('Same person')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Problem error={merge.error} />
      </div>
    </Sheet>
  );
}

function Who({ contact }: { contact: ContactSummary }) {
  return (
    <span className="min-w-0 flex-1">
      <span dir="auto" className="block truncate text-compact font-medium">
        {named(contact)}
      </span>
      <span className="block truncate text-xs text-muted">{contact.email ?? t('No e-mail')}</span>
    </span>
  );
}

const named = ({ id, name }: ContactSummary) => visitorName({ contactName: name, contactId: id });
