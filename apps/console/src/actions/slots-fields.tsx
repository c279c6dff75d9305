import { type ActionSettings, type ActionSlot } from '#contracts';
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Select } from '../ui/select.js';
import { addSlot, changeSlot, removeSlot } from './draft.js';
import { slotKindOptions } from './words.js';
import { t } from '../language/t.js';

/** The contract's limit. */
const most = 8;

/** What the bot must know of the customer before it can call. */
export function SlotsFields({
  settings,
  onChange,
}: {
  settings: ActionSettings;
  onChange: (settings: ActionSettings) => void;
}) {
  return (
    <div className="space-y-3">
      {settings.slots.map((slot, index) => (
        <SlotRow
          key={index}
          slot={slot}
          onChange={(changed) => onChange(changeSlot(settings, index, changed))}
          remove={() => onChange(removeSlot(settings, index))}
        />
      ))}
      {settings.slots.length < most && (
        <Button small onClick={() => onChange(addSlot(settings, 'order_number'))}>
          <Plus size={14} aria-hidden /> {t('Add a slot')}
        </Button>
      )}
    </div>
  );
}

function SlotRow({
  slot,
  onChange,
  remove,
}: {
  slot: ActionSlot;
  onChange: (slot: ActionSlot) => void;
  remove: () => void;
}) {
  const id = useId();
  return (
    <div role="group" aria-label={t('Slot {name}', { name: slot.name })} className="rounded-xl border border-line p-3">
      <div className="flex items-end gap-2">
        <div className="grid flex-1 gap-2 sm:grid-cols-2">
          <FieldRow label={t('Kind')} htmlFor={`${id}-kind`}>
            <Select
              id={`${id}-kind`}
              label={t('Kind')}
              value={slot.kind}
              onChange={(kind) => onChange({ ...slot, kind, choices: kind === 'choice' ? slot.choices : [] })}
              options={slotKindOptions}
            />
          </FieldRow>
          <FieldRow label={t('Name')} htmlFor={`${id}-name`}>
            <input
              id={`${id}-name`}
              className={`${fieldClass} font-mono text-compact`}
              value={slot.name}
              maxLength={40}
              spellCheck={false}
              onChange={(event) => onChange({ ...slot, name: event.target.value })}
            />
          </FieldRow>
        </div>
        <IconButton label={t('Remove slot {name}', { name: slot.name })} className="mb-0.5" onClick={remove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
      <div className="mt-2 space-y-2">
        {slot.kind === 'choice' && <Choices id={id} slot={slot} onChange={onChange} />}
        <FieldRow label={t('How the bot asks')} htmlFor={`${id}-question`}>
          <input
            id={`${id}-question`}
            className={fieldClass}
            value={slot.question}
            maxLength={300}
            placeholder={t('Empty: Baton’s own question, in the customer’s language')}
            onChange={(event) => onChange({ ...slot, question: event.target.value })}
          />
        </FieldRow>
      </div>
    </div>
  );
}

function Choices({ id, slot, onChange }: { id: string; slot: ActionSlot; onChange: (slot: ActionSlot) => void }) {
  return (
    <FieldRow
      label={t('What may be chosen')}
      htmlFor={`${id}-choices`}
      hint={t('Separated by commas, twenty at most.')}
    >
      <input
        id={`${id}-choices`}
        className={fieldClass}
        defaultValue={slot.choices.join(', ')}
        onChange={(event) => {
          const choices = event.target.value.split(',').map((choice) => choice.trim().slice(0, 60));
          onChange({ ...slot, choices: [...new Set(choices.filter(Boolean))].slice(0, 20) });
        }}
      />
    </FieldRow>
  );
}
