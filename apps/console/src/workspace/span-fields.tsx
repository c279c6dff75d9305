import { fieldClass } from '../ui/field.js';
import { t } from '../language/t.js';

/** On a phone the clock of the browser's own picker would cover the time; the field itself opens it there. */
const field = `${fieldClass} figures max-w-32 min-w-0 max-sm:px-2 max-sm:[&::-webkit-calendar-picker-indicator]:hidden`;

interface Times {
  from: string;
  to: string;
}

/** From and to. Midnight at the end of a day is 24:00 in the contract and 00:00 in a time field. */
export function SpanFields({
  label,
  from,
  to,
  onChange,
}: Times & {
  /** Read out before "from" and "to". */
  label: string;
  onChange: (times: Times) => void;
}) {
  return (
    <>
      <input
        type="time"
        aria-label={t('{label}, from', { label })}
        required
        value={from}
        onChange={(event) => onChange({ from: event.target.value, to })}
        className={field}
      />
      <span aria-hidden className="text-muted">
        –
      </span>
      <input
        type="time"
        aria-label={t('{label}, to', { label })}
        required
        value={to === '24:00' ? '00:00' : to}
        onChange={({ target }) => onChange({ from, to: target.value === '00:00' ? '24:00' : target.value })}
        className={field}
      />
    </>
  );
}
