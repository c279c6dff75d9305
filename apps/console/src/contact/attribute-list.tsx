import type { AttributeValues } from '#contracts';
import { shownValue } from './attribute-values.js';
import { useContactAttributes } from './queries.js';

/** The shop's own fields that have a value. */
export function AttributeList({ values }: { values: AttributeValues }) {
  const attributes = useContactAttributes();
  const known = (attributes.data?.attributes ?? []).filter((attribute) => shownValue(attribute, values[attribute.key]));
  if (known.length === 0) return null;
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-3 text-compact">
      {known.map((attribute) => (
        <div key={attribute.key} className="contents">
          <dt dir="auto" className="text-muted">
            {attribute.title}
          </dt>
          <dd dir="auto" className="min-w-0 wrap-anywhere">
            {shownValue(attribute, values[attribute.key])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
