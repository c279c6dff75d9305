import { locale, type Locale } from '#contracts';
import { languageName } from '../ui/format.js';
import { Select } from '../ui/select.js';
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
        options={locale.options.map((tag) => ({
          value: tag,
          label: approved.includes(tag) ? `${languageName(tag)} ✓` : languageName(tag),
        }))}
      />
    </div>
  );
}
