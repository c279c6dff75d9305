import { CopyButton } from '../ui/copy-button.js';
import { fieldClass } from '../ui/field.js';
import { t } from '../language/t.js';

/** A link that the server tells this once; it keeps only a hash. */
export function OneTimeLink({ link, label }: { link: string; label: string }) {
  return (
    <div className="flex gap-2">
      <input
        readOnly
        aria-label={label}
        value={link}
        onFocus={(event) => event.target.select()}
        className={`${fieldClass} bg-sunken font-mono text-xs`}
      />
      <CopyButton text={link} tone="primary" className="h-9">
        {t('Copy link')}
      </CopyButton>
    </div>
  );
}
