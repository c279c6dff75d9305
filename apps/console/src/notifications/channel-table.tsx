import type { NotificationSettings } from '#contracts';
import { t } from '../language/t.js';

const rows = [
  { what: 'offers', title: t('A conversation is offered to you') },
  { what: 'replies', title: t('A customer writes in a conversation of yours') },
  { what: 'mentions', title: t('A colleague mentions you in a note') },
] as const;
const columns = [
  { channel: 'sound', title: t('Sound'), spoken: t('sound') },
  { channel: 'desktop', title: t('Desktop'), spoken: t('desktop') },
] as const;

export function ChannelTable({
  settings,
  onChange,
}: {
  settings: NotificationSettings;
  onChange: (patch: Partial<NotificationSettings>) => void;
}) {
  return (
    <table className="w-full text-compact">
      <thead>
        <tr className="border-b border-line text-start text-xs text-muted">
          <th scope="col" className="px-4 py-2 font-medium">
            {t('When')}
          </th>
          {columns.map(({ channel, title }) => (
            <th key={channel} scope="col" className="w-20 px-2 py-2 text-center font-medium">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ what, title }) => (
          <tr key={what}>
            <th scope="row" className="px-4 py-3 text-start font-normal">
              {title}
            </th>
            {columns.map(({ channel, spoken }) => (
              <td key={channel} className="px-2 py-3 text-center">
                <input
                  type="checkbox"
                  aria-label={`${title}: ${spoken}`}
                  checked={settings[what][channel]}
                  onChange={(event) => onChange({ [what]: { ...settings[what], [channel]: event.target.checked } })}
                  className="size-4 accent-accent"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
