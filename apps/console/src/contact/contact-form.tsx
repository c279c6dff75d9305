import type { ContactDetail } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { Select } from '../ui/select.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { fieldOf, valueOf } from './attribute-values.js';
import { useChangeContact, useContactAttributes } from './queries.js';
import { t } from '../language/t.js';

const yesOrNo = [
  { value: '', label: t('Not known') },
  { value: 'yes', label: t('Yes') },
  { value: 'no', label: t('No') },
] as const;

export default function ContactForm({ contact, close }: { contact: ContactDetail; close: () => void }) {
  const id = useId();
  const attributes = useContactAttributes().data?.attributes ?? [];
  const change = useChangeContact(contact.id);
  const [name, setName] = useState(contact.name ?? '');
  const [email, setEmail] = useState(contact.email ?? '');
  const [fields, setFields] = useState<ReadonlyMap<string, string>>(new Map());
  const field = (key: string) => fields.get(key) ?? fieldOf(contact.attributes[key]);
  const setField = (key: string, value: string) => setFields(new Map(fields).set(key, value));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = attributes.map((attribute) => [attribute.key, valueOf(attribute, field(attribute.key))] as const);
    change.mutate(
      {
        name: name.trim() || null,
        email: email.trim() || null,
        attributes: { ...contact.attributes, ...Object.fromEntries(values) },
      },
      {
        onSuccess: () => {
          say('good', t('Saved.'));
          close();
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('Contact')}>
      <form onSubmit={submit} className="space-y-4">
        {contact.externalId !== null && (
          <p className="rounded-lg bg-hover px-3 py-2 text-compact text-muted">
            {t('This customer signs in at the shop: name and e-mail are the shop’s again when they next do.')}
          </p>
        )}
        <FieldRow label={t('Name')} htmlFor={`${id}-name`}>
          <input
            id={`${id}-name`}
            dir="auto"
            maxLength={100}
            className={fieldClass}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </FieldRow>
        <FieldRow label={t('E-mail')} htmlFor={`${id}-email`}>
          <input
            id={`${id}-email`}
            type="email"
            maxLength={320}
            className={fieldClass}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </FieldRow>
        {attributes.map(({ key, title, type }) => (
          <FieldRow key={key} label={title} htmlFor={`${id}-${key}`}>
            {type === 'yes_no' ? (
              <Select
                id={`${id}-${key}`}
                label={title}
                value={field(key)}
                onChange={(value) => setField(key, value)}
                options={yesOrNo}
              />
            ) : (
              <input
                id={`${id}-${key}`}
                type={type === 'text' ? 'text' : type}
                step="any"
                dir="auto"
                maxLength={500}
                className={fieldClass}
                value={field(key)}
                onChange={(event) => setField(key, event.target.value)}
              />
            )}
          </FieldRow>
        ))}
        <Problem error={change.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton pending={change.isPending} doing={t('Saving…')}>
            {t('Save')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
