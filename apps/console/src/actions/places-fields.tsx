import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { freeName } from './draft.js';
import { t } from '../language/t.js';

const monospaced = cx(fieldClass, 'font-mono text-compact');

interface Output {
  name: string;
  path: string;
}

/** Variables for answers, each from a place in the shop's answer. */
export function OutputsFields({ outputs, onChange }: { outputs: Output[]; onChange: (outputs: Output[]) => void }) {
  const add = () =>
    onChange([
      ...outputs,
      {
        name: freeName(
          'value',
          outputs.map(({ name }) => name),
        ),
        path: '',
      },
    ]);
  return (
    <div className="space-y-2">
      {outputs.map((output, index) => (
        <PlaceRow
          key={index}
          label={t('Variable {name}', { name: output.name })}
          path={output.path}
          onPath={(path) => onChange(outputs.with(index, { ...output, path }))}
          remove={() => onChange(outputs.toSpliced(index, 1))}
        >
          <input
            aria-label={t('Name of variable {index}', { index: index + 1 })}
            className={monospaced}
            value={output.name}
            maxLength={40}
            spellCheck={false}
            onChange={(event) => onChange(outputs.with(index, { ...output, name: event.target.value }))}
          />
        </PlaceRow>
      ))}
      {outputs.length < 30 && (
        <Button small onClick={add}>
          <Plus size={14} aria-hidden /> {t('Add a variable')}
        </Button>
      )}
    </div>
  );
}

interface Proof {
  slot: string;
  path: string;
}

/** Which typed values the shop's answer must confirm. */
export function ProofsFields({
  proofs,
  slots,
  onChange,
}: {
  proofs: Proof[];
  slots: string[];
  onChange: (proofs: Proof[]) => void;
}) {
  const id = useId();
  const free = slots.find((slot) => !proofs.some((proof) => proof.slot === slot));
  return (
    <div className="space-y-2">
      {proofs.map((proof, index) => (
        <PlaceRow
          key={index}
          label={t('Proof {slot}', { slot: proof.slot })}
          path={proof.path}
          onPath={(path) => onChange(proofs.with(index, { ...proof, path }))}
          remove={() => onChange(proofs.toSpliced(index, 1))}
        >
          <Select
            id={`${id}-${index}`}
            label={t('Slot of proof {index}', { index: index + 1 })}
            value={proof.slot}
            onChange={(slot) => onChange(proofs.with(index, { ...proof, slot }))}
            options={slots.map((slot) => ({ value: slot, label: slot }))}
          />
        </PlaceRow>
      ))}
      {proofs.length < 4 && (
        <Button small disabled={!free} onClick={() => free && onChange([...proofs, { slot: free, path: '' }])}>
          <Plus size={14} aria-hidden /> {t('Add a proof')}
        </Button>
      )}
    </div>
  );
}

function PlaceRow({
  label,
  path,
  onPath,
  remove,
  children,
}: {
  label: string;
  path: string;
  onPath: (path: string) => void;
  remove: () => void;
  children: React.ReactNode;
}) {
  return (
    <div role="group" aria-label={label} className="flex items-center gap-2">
      <div className="w-2/5">{children}</div>
      <span aria-hidden className="text-faint">
        =
      </span>
      <input
        aria-label={t('Place of {label} in the shop’s answer', { label: label.toLowerCase() })}
        className={monospaced}
        value={path}
        maxLength={200}
        placeholder="order.items[0].name"
        spellCheck={false}
        onChange={(event) => onPath(event.target.value)}
      />
      <IconButton label={t('Remove {label}', { label: label.toLowerCase() })} onClick={remove}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
