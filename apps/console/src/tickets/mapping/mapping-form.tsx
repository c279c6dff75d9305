import type { ColumnMapping, ImportPreview } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { sentenceOf } from '../../connection/rest.js';
import { Alert } from '../../ui/alert.js';
import { Card } from '../../ui/card.js';
import { FieldRow } from '../../ui/field-row.js';
import { Problem } from '../../ui/problem.js';
import { Select } from '../../ui/select.js';
import { SubmitButton } from '../../ui/submit-button.js';
import { useRead } from '../queries.js';
import { sources } from '../words.js';
import { PreviewTable } from './preview-table.js';
import { t } from '../../language/t.js';

/** Which column holds what. Nothing is guessed silently: what was recognised is shown and can be changed. */
export function MappingForm({ preview }: { preview: ImportPreview }) {
  const { import: begun, columns, suggested, warning } = preview;
  const id = useId();
  const read = useRead(begun.id);
  const known = begun.mapping ?? suggested;
  const [text, setText] = useState(known?.text[0] ?? '');
  const [secondText, setSecondText] = useState(known?.text[1] ?? '');
  const [intent, setIntent] = useState(known?.intent ?? '');
  const [reply, setReply] = useState(known?.reply ?? '');

  const source = begun.source && begun.source !== 'other' ? sources[begun.source] : null;
  const options = columns.map((column) => ({ value: column, label: column }));
  const none = (label: string) => [{ value: '', label }, ...options];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const mapping: ColumnMapping = {
      text: secondText && secondText !== text ? [text, secondText] : [text],
      intent: intent || null,
      reply: reply || null,
    };
    read.mutate(mapping);
  };
  return (
    <form onSubmit={submit} className="space-y-5">
      {begun.error && <Alert tone="bad">{sentenceOf(begun.error)}</Alert>}
      {warning && <Alert tone="warn">{warning}</Alert>}
      {source && suggested ? (
        <Alert tone="plain">
          {t('This looks like a {source} export. Look whether the columns below are right.', { source })}
        </Alert>
      ) : suggested ? (
        <Alert tone="plain">{t('The columns were recognised by their names. Look whether they are right.')}</Alert>
      ) : (
        <Alert tone="warn">
          {t('The columns of this file are not known. Say which one holds what; the first ten rows are shown below.')}
        </Alert>
      )}
      <Card title={t('Which column holds what')}>
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <FieldRow label={t('What customers wrote')} htmlFor={`${id}-text`}>
            <Select
              id={`${id}-text`}
              label={t('What customers wrote')}
              value={text}
              onChange={setText}
              options={text ? options : none(t('Choose a column'))}
            />
          </FieldRow>
          <FieldRow
            label={t('More of it')}
            hint={t('Such as the description beside a subject.')}
            htmlFor={`${id}-more`}
          >
            <Select
              id={`${id}-more`}
              label={t('More of it')}
              value={secondText}
              onChange={setSecondText}
              options={none(t('No second column'))}
            />
          </FieldRow>
          <FieldRow
            label={t('Its topic')}
            hint={t(
              'A category, tag or type that says what a message is about. Without one, similar messages are grouped for you.',
            )}
            htmlFor={`${id}-intent`}
          >
            <Select
              id={`${id}-intent`}
              label={t('Its topic')}
              value={intent}
              onChange={setIntent}
              options={none(t('There is no such column'))}
            />
          </FieldRow>
          <FieldRow
            label={t('What your people replied')}
            hint={t('Shown beside the answers you will write.')}
            htmlFor={`${id}-reply`}
          >
            <Select
              id={`${id}-reply`}
              label={t('What your people replied')}
              value={reply}
              onChange={setReply}
              options={none(t('There is no such column'))}
            />
          </FieldRow>
        </div>
        <div className="space-y-3 border-t border-line p-4">
          <Problem error={read.error} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton pending={read.isPending} doing={t('Starting…')} disabled={text === ''}>
              {t('Read the tickets')}
            </SubmitButton>
            <p className="text-xs text-muted">
              {t('Names, addresses, numbers and other personal data are masked before a row is stored.')}
            </p>
          </div>
        </div>
      </Card>
      <PreviewTable
        preview={preview}
        used={{ [t('What customers wrote')]: [text, secondText], [t('Topic')]: [intent], [t('Reply')]: [reply] }}
      />
    </form>
  );
}
