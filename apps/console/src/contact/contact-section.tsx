import type { ContactDetail, ConversationItem } from '#contracts';
import { Pencil, ShieldCheck, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { deviceName } from '../account/device.js';
import { visitorName } from '../conversation/words.js';
import { sentence } from '../connection/rest.js';
import { Section } from '../evidence/section.js';
import { useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { Avatar } from '../ui/avatar.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { fullTime, languageName } from '../ui/format.js';
import { Bone, Loading } from '../ui/states.js';
import { AttributeList } from './attribute-list.js';
import { useContact } from './queries.js';
import { t } from '../language/t.js';

const ContactForm = lazy(() => import('./contact-form.js'));
const MergeDialog = lazy(() => import('./merge-dialog.js'));

/** Who writes: what is known of them, put right by whoever knows better. */
export function ContactSection({ item }: { item: ConversationItem | undefined }) {
  const contact = useContact(item);
  const mayMerge = useConsole((state) => maySeeSetUp(state.me.role));
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null);
  if (!item || contact.isPending) {
    return (
      <Section title={t('Contact')}>
        <Loading what={t('the contact')}>
          <Bone className="h-24 w-full" />
        </Loading>
      </Section>
    );
  }
  if (contact.isError) {
    return (
      <Section title={t('Contact')}>
        <p className="mb-2 text-compact text-muted">{sentence(contact.error)}</p>
        <Button small onClick={() => void contact.refetch()}>
          {t('Try again')}
        </Button>
      </Section>
    );
  }
  const person = contact.data;
  const name = visitorName({ contactName: person.name, contactId: person.id });
  return (
    <Section title={t('Contact')}>
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={name} large />
        <div className="min-w-0 flex-1">
          <p className="text-compact font-semibold wrap-anywhere" dir="auto">
            {name}
          </p>
          {person.externalId !== null && (
            <Badge tone="good">
              <ShieldCheck size={12} className="me-1 self-center" aria-hidden /> {t('Signed in at the shop')}
            </Badge>
          )}
        </div>
      </div>
      <Facts person={person} item={item} />
      <AttributeList values={person.attributes} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button small onClick={() => setOpen('edit')}>
          <Pencil size={13} aria-hidden /> {t('Edit')}
        </Button>
        {mayMerge && (
          <Button small tone="quiet" onClick={() => setOpen('merge')}>
            <Users size={13} aria-hidden /> {t('Same person as…')}
          </Button>
        )}
      </div>
      <Suspense>
        {open === 'edit' && <ContactForm contact={person} close={() => setOpen(null)} />}
        {open === 'merge' && <MergeDialog contact={person} close={() => setOpen(null)} />}
      </Suspense>
    </Section>
  );
}

function Facts({ person, item }: { person: ContactDetail; item: ConversationItem }) {
  const locale = person.locale ?? item.episode?.locale;
  const pageUrl = item.episode?.pageUrl ?? person.pageUrl;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-compact">
      <dt className="text-muted">{t('E-mail')}</dt>
      <dd className="min-w-0 wrap-anywhere">{person.email ?? t('Not given')}</dd>
      {person.externalId !== null && (
        <>
          <dt className="text-muted">{t('Customer')}</dt>
          <dd className="min-w-0 wrap-anywhere">{person.externalId}</dd>
        </>
      )}
      <dt className="text-muted">{t('First seen')}</dt>
      <dd>{fullTime(person.createdAt)}</dd>
      {locale && (
        <>
          <dt className="text-muted">{t('Language')}</dt>
          <dd>{languageName(locale)}</dd>
        </>
      )}
      {pageUrl && (
        <>
          <dt className="text-muted">{t('Came from')}</dt>
          {/* Not a link: the visitor's browser said it, and could say any address. */}
          <dd className="min-w-0 wrap-anywhere">
            <bdi dir="ltr">{pageUrl}</bdi>
          </dd>
        </>
      )}
      {person.userAgent && (
        <>
          <dt className="text-muted">{t('Device')}</dt>
          <dd>{deviceName(person.userAgent)}</dd>
        </>
      )}
    </dl>
  );
}
