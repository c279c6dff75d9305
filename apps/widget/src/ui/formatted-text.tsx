import { format, type Span } from '#formatted-text';

/** Built as elements from parsed parts; everything else stays a text node. */
export function FormattedText({ text, hint }: { text: string; hint: string }) {
  return (
    <>
      {format(text).map((block) => {
        if (block.type === 'text') return <Spans spans={block.spans} hint={hint} />;
        const items = block.items.map((spans) => (
          <li>
            <Spans spans={spans} hint={hint} />
          </li>
        ));
        return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
      })}
    </>
  );
}

function Spans({ spans, hint }: { spans: Span[]; hint: string }) {
  return (
    <>
      {spans.map(({ text, bold, href }) => {
        const shown = bold ? <strong>{text}</strong> : text;
        return href ? (
          <a href={href} target="_blank" rel="noopener noreferrer" title={href === text ? hint : `${href} (${hint})`}>
            {shown}
          </a>
        ) : (
          shown
        );
      })}
    </>
  );
}
