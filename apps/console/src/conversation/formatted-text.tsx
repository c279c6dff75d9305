import { format, type Span } from '#formatted-text';

/** As the customer sees it: elements from parsed parts, and text nodes. */
export function FormattedText({ text }: { text: string }) {
  return format(text).map((block, index) => {
    if (block.type === 'text') return <Spans key={index} spans={block.spans} />;
    const items = block.items.map((spans, item) => (
      <li key={item} className="whitespace-pre-wrap">
        <Spans spans={spans} />
      </li>
    ));
    return block.ordered ? (
      <ol key={index} start={block.start} className="my-1 list-decimal ps-5 whitespace-normal">
        {items}
      </ol>
    ) : (
      <ul key={index} className="my-1 list-disc ps-5 whitespace-normal">
        {items}
      </ul>
    );
  });
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map(({ text, bold, href }, index) => {
    const shown = bold ? <strong key={index}>{text}</strong> : text;
    return href ? (
      <a
        key={index}
        href={href}
        title={href}
        target="_blank"
        rel="noopener noreferrer"
        className="underline underline-offset-2"
      >
        {shown}
      </a>
    ) : (
      shown
    );
  });
}
