import { Eye, PenLine } from 'lucide-react';
import { useConsole } from '../session/console-context.js';
import { useSeconds } from '../ui/use-now.js';
import { t } from '../language/t.js';

/** Colleagues who look at the conversation too, and the one who writes in it; never oneself. */
export function Viewers({ id }: { id: string }) {
  const thread = useConsole((state) => state.threads[id]);
  const now = useSeconds();
  const typing = thread?.typing;
  const writer = typing?.senderType === 'agent' && typing.until > now ? typing.name : null;
  const names = Object.values(thread?.viewers ?? {})
    .filter(({ name, until }) => until > now && name !== writer)
    .map(({ name }) => name);
  if (!writer && names.length === 0) return null;
  const chip = 'mt-0.5 inline-flex min-w-0 items-center gap-1 text-xs font-medium text-warn';
  return (
    <span role="status" className="flex flex-wrap gap-x-3">
      {writer && (
        <span className={chip}>
          <PenLine size={13} className="shrink-0" aria-hidden /> {t('{name} is typing', { name: writer })}
        </span>
      )}
      {names.length > 0 && (
        <span className={chip}>
          <Eye size={13} className="shrink-0" aria-hidden />
          {names.length > 1
            ? t('{names} look at this too', { names: names.join(', ') })
            : t('{name} looks at this too', { name: names.join() })}
        </span>
      )}
    </span>
  );
}
