import type { WidgetAppearance } from '#contracts';
import type { Translation } from '../locale.js';
import { ChatIcon, DownIcon } from './icons.js';

interface Props {
  open: boolean;
  unread: number;
  appearance: WidgetAppearance;
  t: Translation;
  toggle: () => void;
}

export function Launcher({ open, unread, appearance, t, toggle }: Props) {
  const news = unread > 0 ? t.text('unread', { n: unread }) : '';
  const label = !open && appearance.launcher === 'label';
  return (
    <>
      <button
        class={`launcher${open ? ' is-open' : ''}${label ? ' label' : ''}`}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={toggle}
      >
        {open ? <DownIcon /> : <ChatIcon />}
        <span class={label ? undefined : 'unseen'} dir="auto">
          {(label && appearance.launcherLabel) || t.text(open ? 'close' : 'openChat')}
        </span>
        {news ? (
          <span class="count" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
        ) : null}
      </button>
      <span class="unseen" role="status">
        {news}
      </span>
    </>
  );
}
