import type { WidgetAppearance, WidgetContrast } from '#contracts';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWidgetCode } from '../widget-preview/widget-code.js';
import { ColourField } from '../ui/colour-field.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Segmented } from '../ui/segmented.js';
import { t } from '../language/t.js';

/** Below it, the parts of a control cannot be told from what is around it (WCAG 1.4.11). */
const outline = 3;

export function AppearanceFields({
  id,
  appearance,
  onChange,
}: {
  id: string;
  appearance: WidgetAppearance;
  onChange: (appearance: WidgetAppearance) => void;
}) {
  const set = (part: Partial<WidgetAppearance>) => onChange({ ...appearance, ...part });
  const contrast = useWidgetCode().data?.contrasts(appearance);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <ColourField
          id={`${id}-accent`}
          label={t('Accent')}
          hint={t('Buttons and the customer’s own messages')}
          value={appearance.accent}
          onChange={(accent) => set({ accent })}
        />
        <ColourField
          id={`${id}-surface`}
          label={t('Panel')}
          hint={t('Everything else is made of these two')}
          value={appearance.surface}
          onChange={(surface) => set({ surface })}
        />
      </div>
      {contrast && <ContrastCheck contrast={contrast} />}
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <Choice label={t('Corner')}>
          <Segmented
            label={t('Corner')}
            value={appearance.position}
            onChange={(position) => set({ position })}
            options={[
              { value: 'left', label: t('Left') },
              { value: 'right', label: t('Right') },
            ]}
          />
        </Choice>
        <Choice label={t('Launcher')}>
          <Segmented
            label={t('Launcher')}
            value={appearance.launcher}
            onChange={(launcher) => set({ launcher })}
            options={[
              { value: 'icon', label: t('Icon') },
              { value: 'label', label: t('Icon and words') },
            ]}
          />
        </Choice>
      </div>
      {appearance.launcher === 'label' && (
        <FieldRow
          label={t('Words on the launcher')}
          htmlFor={`${id}-label`}
          hint={t('Empty: “Open chat” in the customer’s language.')}
        >
          <input
            id={`${id}-label`}
            className={fieldClass}
            maxLength={40}
            value={appearance.launcherLabel}
            onChange={(event) => set({ launcherLabel: event.target.value })}
          />
        </FieldRow>
      )}
    </>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <p aria-hidden className="mb-1 text-compact font-medium">
        {label}
      </p>
      {children}
    </div>
  );
}

function ContrastCheck({ contrast: { onAccent, onSurface, accentOnSurface } }: { contrast: WidgetContrast }) {
  const distinct = accentOnSurface >= outline;
  return (
    <ul aria-label={t('Contrast')} className="space-y-1 rounded-xl bg-sunken px-3 py-2.5 text-xs text-muted">
      <Line good>
        {onAccent.text === white ? t('White text on the accent:') : t('Black text on the accent:')}{' '}
        <Ratio value={onAccent.ratio} />
      </Line>
      <Line good>
        {onSurface.text === white ? t('White text on the panel:') : t('Black text on the panel:')}{' '}
        <Ratio value={onSurface.ratio} />
      </Line>
      <Line good={distinct}>
        {t('Buttons on the panel:')} <Ratio value={accentOnSurface} />
        {!distinct && ` ${t('They hardly stand out. Pick colours that are further apart.')}`}
      </Line>
    </ul>
  );
}

const white = '#ffffff';

function Ratio({ value }: { value: number }) {
  return <span className="figures font-medium text-ink">{value.toFixed(1)}:1</span>;
}

function Line({ good, children }: { good: boolean; children: React.ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      {good ? (
        <CircleCheck size={14} className="mt-px shrink-0 text-good" aria-label={t('Good')} />
      ) : (
        <CircleAlert size={14} className="mt-px shrink-0 text-warn" aria-label={t('Attention')} />
      )}
      <span>{children}</span>
    </li>
  );
}
