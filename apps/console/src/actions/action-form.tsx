import type { ActionSettings } from '#contracts';
import { useId } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Segmented } from '../ui/segmented.js';
import { nameFrom } from './draft.js';
import { OutputsFields, ProofsFields } from './places-fields.js';
import type { ActionProblems } from './problems.js';
import { RequestFields } from './request-fields.js';
import { SlotsFields } from './slots-fields.js';
import { identityOptions } from './words.js';
import { t } from '../language/t.js';

export function ActionForm({
  settings,
  onChange,
  problems,
  hasSecret,
}: {
  settings: ActionSettings;
  onChange: (settings: ActionSettings) => void;
  problems: ActionProblems;
  hasSecret: boolean;
}) {
  const id = useId();
  const set = (part: Partial<ActionSettings>) => onChange({ ...settings, ...part });
  // The name follows the title until somebody gives it one of its own.
  const setTitle = (title: string) =>
    set({ title, ...(settings.name === nameFrom(settings.title) ? { name: nameFrom(title) } : {}) });
  return (
    <div className="space-y-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <FieldRow label={t('Title')} htmlFor={`${id}-title`} error={problems['title']}>
          <input
            id={`${id}-title`}
            className={fieldClass}
            value={settings.title}
            maxLength={100}
            placeholder={t('Order status')}
            onChange={(event) => setTitle(event.target.value)}
          />
        </FieldRow>
        <FieldRow label={t('Name')} htmlFor={`${id}-name`} error={problems['name']}>
          <input
            id={`${id}-name`}
            className={`${fieldClass} font-mono text-compact`}
            value={settings.name}
            maxLength={40}
            placeholder="orderStatus"
            spellCheck={false}
            onChange={(event) => set({ name: event.target.value })}
          />
        </FieldRow>
      </div>
      <Part
        title={t('What it needs')}
        about={t('Taken from what the customer has said, else asked for, at most twice.')}
        problem={problems['slots']}
      >
        <SlotsFields settings={settings} onChange={onChange} />
      </Part>
      <Part title={t('The call')}>
        <RequestFields id={id} settings={settings} set={set} problems={problems} hasSecret={hasSecret} />
      </Part>
      <Part
        title={t('Who may ask')}
        about={identityOptions.find(({ value }) => value === settings.identity)?.about}
        problem={problems['identity'] ?? problems['confirmedBy']}
      >
        <Segmented
          label={t('Who may ask')}
          value={settings.identity}
          onChange={(identity) => set({ identity, confirmedBy: identity === 'public' ? [] : settings.confirmedBy })}
          options={identityOptions}
        />
        {settings.identity !== 'public' && (
          <>
            <p className="text-compact text-muted">
              {t('The shop’s answer confirms these slots: the value there must be what the customer gave.')}
              {settings.identity === 'signed_in' && ` ${t('For signed-in customers that is not needed.')}`}
            </p>
            <ProofsFields
              proofs={settings.confirmedBy}
              slots={settings.slots.map(({ name }) => name)}
              onChange={(confirmedBy) => set({ confirmedBy })}
            />
          </>
        )}
      </Part>
      <Part
        title={t('What answers may say')}
        about={t(
          'Variables, by the place of their value in the shop’s answer. Test the action and press a value to add it.',
        )}
        problem={problems['outputs']}
      >
        <OutputsFields outputs={settings.outputs} onChange={(outputs) => set({ outputs })} />
      </Part>
    </div>
  );
}

function Part({
  title,
  about,
  problem,
  children,
}: {
  title: string;
  about?: string | undefined;
  problem?: string | undefined;
  children: React.ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3 border-t border-line pt-4">
      <div>
        <h3 id={id} className="text-compact font-semibold">
          {title}
        </h3>
        {about && <p className="text-xs text-muted">{about}</p>}
      </div>
      {problem && (
        <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
          {problem}
        </p>
      )}
      {children}
    </section>
  );
}
