import type { Translation } from '../locale.js';
import { ChatIcon, DownIcon } from './icons.js';

interface Props {
  open: boolean;
  unread: number;
  t: Translation;
  toggle: () => void;
}

export function Launcher({ open, unread, t, toggle }: Props) {
  const news = unread > 0 ? t.text('unread', { n: unread }) : '';
  return (
    <>
      <button
        class={open ? 'launcher is-open' : 'launcher'}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={toggle}
      >
        {open ? <DownIcon /> : <ChatIcon />}
        <span class="unseen">{t.text(open ? 'close' : 'openChat')}</span>
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
