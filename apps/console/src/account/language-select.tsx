import { locale } from '#contracts';
import { languageNames } from '../language/choice.js';
import { t } from '../language/t.js';
import { setPreferences, usePreferences, type Preferences } from '../session/preferences.js';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';

const languages: readonly Preferences['language'][] = ['system', ...locale.options];

/** The console's language on this device. What is typed and not sent yet outlives the page, which loads again. */
export function LanguageSelect({ className }: { className?: string }) {
  const { language } = usePreferences();
  return (
    <select
      aria-label={t('Language of the console')}
      value={language}
      onChange={({ target }) => {
        setPreferences({ language: languages.find((one) => one === target.value) ?? 'system' });
        location.reload();
      }}
      className={cx(fieldClass, className)}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one === 'system' ? undefined : one}>
          {one === 'system' ? t('As the browser') : languageNames[one]}
        </option>
      ))}
    </select>
  );
}
