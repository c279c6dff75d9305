import { locale, type Locale } from '#contracts';
import { useId } from 'react';
import { FieldRow } from '../ui/field-row.js';
import { languageName } from '../ui/format.js';
import { Select } from '../ui/select.js';
import { t } from '../language/t.js';

/** The language that this browser asks for, if the bot speaks it. */
export const ownLanguage: Locale = locale.catch('en').parse(navigator.language.slice(0, 2));

export function LanguageField({
  value,
  onChange,
  disabled = false,
}: {
  value: Locale;
  onChange: (value: Locale) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <FieldRow label={t('Language')} hint={t('The bot’s, where a customer’s own is not known.')} htmlFor={id}>
      <Select
        id={id}
        label={t('Language')}
        value={value}
        onChange={onChange}
        disabled={disabled}
        options={locale.options.map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
    </FieldRow>
  );
}
