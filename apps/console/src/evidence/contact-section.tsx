import type { ConversationItem } from '#contracts';
import { visitorName } from '../conversation/words.js';
import type { Thread } from '../store/console-state.js';
import { Avatar } from '../ui/avatar.js';
import { fullTime, languageName } from '../ui/format.js';
import { Bone } from '../ui/states.js';
import { Section } from './section.js';

export function ContactSection({ item, thread }: { item: ConversationItem | undefined; thread: Thread | undefined }) {
  const contact = thread?.contact;
  return (
    <Section title="Contact">
      {item && contact ? (
        <>
          <div className="mb-3 flex items-center gap-3">
            <Avatar name={visitorName(item)} large />
            <p className="min-w-0 text-compact font-semibold wrap-anywhere" dir="auto">
              {visitorName(item)}
            </p>
          </div>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-compact">
            <dt className="text-muted">E-mail</dt>
            <dd className="min-w-0 wrap-anywhere">{contact.email ?? 'Not given'}</dd>
            <dt className="text-muted">First seen</dt>
            <dd>{fullTime(contact.createdAt)}</dd>
            {item.episode?.locale && (
              <>
                <dt className="text-muted">Language</dt>
                <dd>{languageName(item.episode.locale)}</dd>
              </>
            )}
            {item.episode?.pageUrl && (
              <>
                <dt className="text-muted">Came from</dt>
                {/* Not a link: the visitor's browser said it, and could say any address. */}
                <dd className="min-w-0 wrap-anywhere">{item.episode.pageUrl}</dd>
              </>
            )}
          </dl>
        </>
      ) : (
        <Bone className="h-10 w-full" />
      )}
    </Section>
  );
}
