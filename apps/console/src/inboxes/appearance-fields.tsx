import type { WidgetAppearance, WidgetContrast } from '#contracts';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWidgetCode } from '../widget-preview/widget-code.js';
import { ColourField } from '../ui/colour-field.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Segmented } from '../ui/segmented.js';

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
          label="Accent"
          hint="Buttons and the customer’s own messages"
          value={appearance.accent}
          onChange={(accent) => set({ accent })}
        />
        <ColourField
          id={`${id}-surface`}
          label="Panel"
          hint="Everything else is made of these two"
          value={appearance.surface}
          onChange={(surface) => set({ surface })}
        />
      </div>
      {contrast && <ContrastCheck contrast={contrast} />}
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <Choice label="Corner">
          <Segmented
            label="Corner"
            value={appearance.position}
            onChange={(position) => set({ position })}
            options={[
              { value: 'left', label: 'Left' },
              { value: 'right', label: 'Right' },
            ]}
          />
        </Choice>
        <Choice label="Launcher">
          <Segmented
            label="Launcher"
            value={appearance.launcher}
            onChange={(launcher) => set({ launcher })}
            options={[
              { value: 'icon', label: 'Icon' },
              { value: 'label', label: 'Icon and words' },
            ]}
          />
        </Choice>
      </div>
      {appearance.launcher === 'label' && (
        <FieldRow
          label="Words on the launcher"
          htmlFor={`${id}-label`}
          hint="Empty: “Open chat” in the customer’s language."
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
    <ul aria-label="Contrast" className="space-y-1 rounded-xl bg-sunken px-3 py-2.5 text-xs text-muted">
      <Line good>
        {nameOf(onAccent.text)} text on the accent: <Ratio value={onAccent.ratio} />
      </Line>
      <Line good>
        {nameOf(onSurface.text)} text on the panel: <Ratio value={onSurface.ratio} />
      </Line>
      <Line good={distinct}>
        Buttons on the panel: <Ratio value={accentOnSurface} />
        {!distinct && ' They hardly stand out. Pick colours that are further apart.'}
      </Line>
    </ul>
  );
}

const nameOf = (text: string) => (text === '#ffffff' ? 'White' : 'Black');

function Ratio({ value }: { value: number }) {
  return <span className="figures font-medium text-ink">{value.toFixed(1)}:1</span>;
}

function Line({ good, children }: { good: boolean; children: React.ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      {good ? (
        <CircleCheck size={14} className="mt-px shrink-0 text-good" aria-label="Good" />
      ) : (
        <CircleAlert size={14} className="mt-px shrink-0 text-warn" aria-label="Attention" />
      )}
      <span>{children}</span>
    </li>
  );
}
