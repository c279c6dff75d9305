import type { Thread } from '../store/console-state.js';
import { Avatar } from '../ui/avatar.js';
import { fullTime } from '../ui/format.js';
import { Bone } from '../ui/states.js';
import { Section } from './section.js';

export function ContactSection({ thread }: { thread: Thread | undefined }) {
  const contact = thread?.contact;
  return (
    <Section title="Contact">
      {contact ? (
        <>
          <div className="mb-3 flex items-center gap-3">
            <Avatar name={contact.name} large />
            <p className="min-w-0 text-compact font-semibold wrap-anywhere" dir="auto">
              {contact.name}
            </p>
          </div>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-compact">
            <dt className="text-muted">E-mail</dt>
            <dd className="min-w-0 wrap-anywhere">{contact.email ?? 'Not given'}</dd>
            <dt className="text-muted">First seen</dt>
            <dd>{fullTime(contact.createdAt)}</dd>
          </dl>
        </>
      ) : (
        <Bone className="h-10 w-full" />
      )}
    </Section>
  );
}
