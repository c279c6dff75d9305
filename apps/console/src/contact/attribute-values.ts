import type { AttributeValues, ContactAttribute } from '#contracts';
import { formatLocale, t } from '../language/t.js';

/** As it stands in a field of a form: '' is no value. */
export function fieldOf(value: AttributeValues[string] | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** What a field says, as it is kept; null: nothing. */
export function valueOf({ type }: ContactAttribute, field: string): AttributeValues[string] {
  const typed = field.trim();
  if (typed === '') return null;
  if (type === 'number') return Number.isFinite(Number(typed)) ? Number(typed) : null;
  return type === 'yes_no' ? typed === 'yes' : typed;
}

/** In the reader's words. */
export function shownValue({ type }: ContactAttribute, value: AttributeValues[string] | undefined): string {
  if (value === undefined || value === null) return '';
  if (type === 'yes_no') return value === true ? t('Yes') : t('No');
  if (type === 'number' && typeof value === 'number') return value.toLocaleString(formatLocale());
  if (type === 'date' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return new Date(value).toLocaleDateString(formatLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
  return String(value);
}
