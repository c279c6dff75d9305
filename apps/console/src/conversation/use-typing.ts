import { useEffect, useRef } from 'react';
import { useClient } from '../session/console-context.js';

/** The other side forgets after 6 s, so it is told again while typing goes on; ms. */
const again = 3_000;

export function useTyping(id: string): { report: (typing: boolean) => void; stop: () => void } {
  const client = useClient();
  const reportedAt = useRef(0);

  const stop = () => {
    if (reportedAt.current === 0) return;
    reportedAt.current = 0;
    client.typing(id, false);
  };
  const report = (typing: boolean) => {
    if (!typing) return stop();
    if (Date.now() - reportedAt.current < again) return;
    reportedAt.current = Date.now();
    client.typing(id, true);
  };
  useEffect(
    () => () => {
      if (reportedAt.current > 0) client.typing(id, false);
    },
    [client, id],
  );
  return { report, stop };
}
