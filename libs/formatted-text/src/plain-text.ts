import { format, type Span } from './format.js';

/** As it is read where nothing can be formatted. `spanText`: what is written of a span; without, its words alone. */
export function plainText(text: string, spanText: (span: Span) => string = (span) => span.text): string {
  const line = (spans: Span[]) => spans.map(spanText).join('');
  return format(text)
    .map((block) =>
      block.type === 'text'
        ? line(block.spans)
        : block.items.map((item, i) => `${block.ordered ? `${block.start + i}.` : '-'} ${line(item)}`).join('\n'),
    )
    .join('\n');
}
