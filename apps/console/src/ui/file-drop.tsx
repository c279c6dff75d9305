import { FileUp } from 'lucide-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { cx } from './cx.js';

/** Takes one file, dropped or chosen. */
export function FileDrop({
  title,
  about,
  accept,
  onFile,
}: {
  title: string;
  about: string;
  /** As in an input's `accept`. */
  accept: string;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => file && onFile(file);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        'rounded-2xl border-2 border-dashed transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
        over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface hover:bg-hover',
      )}
    >
      <label htmlFor={id} className="flex cursor-pointer flex-col items-center gap-2 px-6 py-10 text-center">
        <span className="flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
          <FileUp size={20} aria-hidden />
        </span>
        <span className="text-sm font-semibold">{title}</span>
        <span className="max-w-md text-compact text-muted">{about}</span>
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0]);
          if (input.current) input.current.value = ''; // the same file may be chosen again
        }}
      />
    </div>
  );
}
