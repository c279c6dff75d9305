import type { ComponentChildren } from 'preact';

function icon(children: ComponentChildren) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const ChatIcon = () =>
  icon(
    <path
      d="M12 3.5c5 0 9 3.4 9 7.8s-4 7.9-9 7.9c-1 0-2-.2-3-.5L4.5 20.5l.9-3.7C3.9 15.4 3 13.4 3 11.3c0-4.4 4-7.8 9-7.8z"
      fill="currentColor"
      stroke-linejoin="round"
    />,
  );
export const DownIcon = () => icon(<path d="m6 9.5 6 6 6-6" stroke-linecap="round" stroke-linejoin="round" />);
export const SendIcon = () => icon(<path d="M12 19V5m-6 6 6-6 6 6" stroke-linecap="round" stroke-linejoin="round" />);
export const FileIcon = () => icon(<path d="M14 3H7v18h11V7l-4-4Zm0 0v4h4" stroke-linejoin="round" />);
export const ClipIcon = () =>
  icon(
    <path
      d="m19 11-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.2-2.2L14 7.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />,
  );
export const CloseIcon = () => icon(<path d="m6.5 6.5 11 11m0-11-11 11" stroke-linecap="round" />);
export const PersonIcon = () =>
  icon(
    <>
      <circle cx="12" cy="8" r="3.7" />
      <path d="M5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5" stroke-linecap="round" />
    </>,
  );
