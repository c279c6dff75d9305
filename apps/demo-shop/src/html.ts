/** Markup that may be sent as it is. Only the `html` tag makes it, so every other value has been escaped on its way in. */
export class Html {
  constructor(readonly source: string) {}
}

type Value = string | number | Html | null | readonly Html[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);

function render(value: Value): string {
  if (value === null) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map((part) => part.source).join('');
  return escape(String(value));
}

/** A template of text nodes and quoted attributes; `null` leaves a gap. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(render)));
}
