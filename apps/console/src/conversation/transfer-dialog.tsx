import type { ConversationItem, TransferTargets } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useTransferTargets } from '../colleagues/queries.js';
import { Combobox } from '../ui/combobox.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Loaded } from '../ui/loaded.js';
import { SubmitButton } from '../ui/submit-button.js';
import { useTransfer } from './use-transfer.js';
import { t } from '../language/t.js';

/** To a colleague or a team, with a note that the customer does not see. */
export default function TransferDialog({ item, onClose }: { item: ConversationItem; onClose: () => void }) {
  const targets = useTransferTargets();
  return (
    <Sheet open onOpenChange={onClose} title={t('Transfer')}>
      <Loaded query={targets} what={t('Colleagues and teams')}>
        {(loaded) => <TransferForm item={item} targets={loaded} onClose={onClose} />}
      </Loaded>
    </Sheet>
  );
}

/** What the choice leads to, for the customer above all. */
function consequence({ teams, people }: TransferTargets, target: string): string {
  const [kind, id] = target.split(':');
  if (kind === 'agent') {
    const name = people.find((person) => person.id === id)?.name ?? t('Your colleague');
    return t('{name} is asked at once. After a no, or two minutes without an answer, others are asked too.', { name });
  }
  return teams.find((team) => team.id === id)?.online
    ? t('It waits for whoever of the team is free, and keeps its place in the line.')
    : t('Nobody of this team is online: the customer may wait until somebody is.');
}

function optionsOf({ teams, people }: TransferTargets) {
  const online = people.filter(({ status }) => status === 'online');
  return [
    ...teams.map(({ id, name, online }) => ({
      value: `team:${id}`,
      label: t('{name} (team, {online} online)', { name, online }),
    })),
    ...online.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
  ];
}

function TransferForm({
  item,
  targets,
  onClose,
}: {
  item: ConversationItem;
  targets: TransferTargets;
  onClose: () => void;
}) {
  const transfer = useTransfer();
  const options = optionsOf(targets);
  const [target, setTarget] = useState(options[0]?.value ?? '');
  const [note, setNote] = useState('');
  const [pending, setPending] = useState(false);
  if (options.length === 0) {
    return (
      <p className="text-muted">
        {t('Nobody else is online and there are no teams yet. Try again when a colleague is back.')}
      </p>
    );
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [kind, id] = target.split(':') as ['team' | 'agent', string];
    setPending(true);
    const done = await transfer(item, kind === 'team' ? { teamId: id } : { agentId: id }, note.trim());
    setPending(false);
    if (done) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <FieldRow label={t('Recipient')} hint={consequence(targets, target)} htmlFor="transfer-to">
        <Combobox id="transfer-to" label={t('Recipient')} value={target} onChange={setTarget} options={options} />
      </FieldRow>
      <FieldRow
        label={t('Note')}
        hint={t('For whoever gets it. The customer does not see it.')}
        htmlFor="transfer-note"
      >
        <textarea
          id="transfer-note"
          dir="auto"
          rows={3}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className={`${fieldClass} h-auto py-2`}
        />
      </FieldRow>
      <div className="flex justify-end">
        <SubmitButton pending={pending} doing={t('Passing on…')}>
          {t('Transfer')}
        </SubmitButton>
      </div>
    </form>
  );
}
