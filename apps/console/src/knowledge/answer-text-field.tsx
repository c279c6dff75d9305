import { useRef } from 'react';
import { areaClass } from '../ui/field.js';
import { MarksMenu } from './marks-menu.js';

/** The text of an answer, with placeholders at hand. */
export function AnswerTextField({
  id,
  label,
  text,
  marks,
  onChange,
}: {
  id: string;
  label: string;
  text: string;
  marks: string[];
  onChange: (text: string) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    };
    onChange(`${text.slice(0, from)}{{${name}}}${text.slice(to)}`);
  };
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-end justify-between gap-2">
        <label htmlFor={id} className="text-compact font-medium">
          {label}
        </label>
        <MarksMenu marks={marks} onPick={insert} refocus={() => field.current?.focus()} />
      </div>
      <textarea
        ref={field}
        id={id}
        className={`${areaClass} min-h-32`}
        dir="auto"
        value={text}
        maxLength={4000}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
