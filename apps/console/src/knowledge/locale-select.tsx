import type { Locale } from '#contracts';
import { Select } from '../ui/select.js';
import { localeOptions } from './words.js';
import { t } from '../language/t.js';

/** The language of an answer; those with an approved one are marked. */
export function LocaleSelect({
  value,
  approved,
  onChange,
}: {
  value: Locale;
  approved: readonly Locale[];
  onChange: (locale: Locale) => void;
}) {
  return (
    <div className="w-36">
      <Select
        label={t('Language')}
        value={value}
        onChange={onChange}
        options={localeOptions.map((option) =>
          approved.includes(option.value) ? { ...option, label: `${option.label} ✓` } : option,
        )}
      />
    </div>
  );
}
