import { conversationExport, type ConversationExport } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { request } from '../connection/rest.js';
import { Attachments } from '../conversation/attachments.js';
import { FormattedText } from '../conversation/formatted-text.js';
import { activityText, visitorName } from '../conversation/words.js';
import { Button } from '../ui/button.js';
import { fullTime } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { t } from '../language/t.js';

/** A conversation from its first message to its last, for paper. */
export default function PrintPage() {
  const { id } = useParams();
  const exported = useQuery({
    queryKey: ['export', id],
    queryFn: () => request(conversationExport, 'GET', `/api/conversations/${id}/export`),
    staleTime: Infinity,
  });
  return (
    <main className="h-full overflow-y-auto bg-surface print:h-auto print:overflow-visible">
      <div className="mx-auto max-w-3xl p-6 print:p-0">
        <Loaded query={exported} what={t('The conversation')}>
          {(conversation) => <Sheet conversation={conversation} />}
        </Loaded>
      </div>
    </main>
  );
}

function Sheet({ conversation }: { conversation: ConversationExport }) {
  const { contact, inboxName, createdAt, messages } = conversation;
  const name = visitorName({ contactName: contact.name, contactId: contact.id });
  return (
    <>
      <header className="mb-6 flex items-start gap-4 border-b border-line pb-4">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold" dir="auto">
            {name}
          </h1>
          <p className="text-compact text-muted">
            {[contact.email, inboxName, t('since {time}', { time: fullTime(createdAt) })].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button tone="primary" className="print:hidden" onClick={() => window.print()}>
          <Printer size={15} aria-hidden /> {t('Print')}
        </Button>
      </header>
      <ol className="space-y-3">
        {messages.map((message) => (
          <Line key={message.seq} message={message} contactName={name} />
        ))}
      </ol>
    </>
  );
}

function Line({ message, contactName }: { message: ConversationExport['messages'][number]; contactName: string }) {
  const { kind, senderType, senderName, text, activity, attachments, createdAt } = message;
  if (kind === 'activity') {
    return (
      <li className="text-xs text-muted">
        {activity ? activityText(activity) : text} · {fullTime(createdAt)}
      </li>
    );
  }
  const sender =
    senderName ?? { contact: contactName, bot: t('Bot'), agent: t('Agent'), system: t('System') }[senderType];
  return (
    <li className="break-inside-avoid">
      <p className="text-xs text-muted">
        <bdi className="font-semibold text-ink">{sender}</bdi>
        {kind === 'note' && ` · ${t('private note')}`} · {fullTime(createdAt)}
      </p>
      <div dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        {senderType === 'contact' ? text : <FormattedText text={text} />}
      </div>
      <Attachments attachments={attachments} />
    </li>
  );
}
