import { CopyButton } from './copy-button.js';
import { t } from '../language/t.js';

/** Text for another program, to be copied whole. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="relative rounded-xl border border-line bg-sunken">
      <pre
        tabIndex={0}
        aria-label={label}
        className="overflow-x-auto p-3 pr-24 font-mono text-xs leading-5 text-ink"
        dir="ltr"
      >
        {code}
      </pre>
      <div className="absolute top-2 right-2">
        <CopyButton small text={code} aria-label={t('Copy: {label}', { label })} />
      </div>
    </div>
  );
}
