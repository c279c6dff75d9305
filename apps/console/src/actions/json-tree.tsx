import { Check } from 'lucide-react';
import { jsonLines, type JsonLine } from './json-places.js';
import { t } from '../language/t.js';

/** The shop's answer; a value becomes a variable by a press. */
export function JsonTree({
  text,
  taken,
  onPick,
}: {
  text: string;
  /** Places that are variables already. */
  taken: readonly string[];
  onPick: (path: string) => void;
}) {
  const lines = jsonLines(text);
  const frame = 'max-h-80 overflow-auto rounded-lg bg-sunken py-2 font-mono text-xs leading-6';
  if (!lines) {
    return (
      <>
        <pre tabIndex={0} aria-label="The shop’s answer" className={`${frame} px-3 whitespace-pre-wrap`}>
          {text}
        </pre>
        <p className="mt-1 text-xs text-muted">
          {t('This is no JSON object: it has no places to take variables from.')}
        </p>
      </>
    );
  }
  return (
    <ul aria-label={t('The shop’s answer')} className={frame}>
      {lines.map((line, index) => (
        <li key={index} style={{ paddingLeft: `${line.depth + 0.75}rem` }} className="pr-3">
          <Line line={line} isTaken={line.path !== null && taken.includes(line.path)} onPick={onPick} />
        </li>
      ))}
    </ul>
  );
}

function Line({
  line: { key, value, path },
  isTaken,
  onPick,
}: {
  line: JsonLine;
  isTaken: boolean;
  onPick: (path: string) => void;
}) {
  if (value === null) return <span className="text-muted">{key}</span>;
  if (path === null || isTaken) {
    return (
      <span className="break-all">
        <span className="text-muted">{key}:</span> {value}
        {isTaken && <Check size={13} className="ml-1.5 inline text-good" aria-label={t('A variable already')} />}
      </span>
    );
  }
  return (
    <button
      type="button"
      title={t('Make {path} a variable', { path })}
      aria-label={t('Make {path}, {value}, a variable', { path, value })}
      onClick={() => onPick(path)}
      className="-mx-1 rounded px-1 text-left break-all hover:bg-accent-soft hover:text-accent-ink"
    >
      <span className="text-muted">{key}:</span> {value}
    </button>
  );
}
