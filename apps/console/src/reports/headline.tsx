import type { ReportFigures } from '#contracts';
import type { ReactNode } from 'react';
import { durationText, durationsText, intervalText, shareText } from './words.js';
import { t } from '../language/t.js';

function Tile({
  title,
  figure,
  aside,
  children,
}: {
  title: string;
  figure: string;
  aside?: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="rounded-2xl border border-line bg-surface p-4">
      <h2 className="text-compact font-medium text-muted">{title}</h2>
      <p className="figures mt-1 flex flex-wrap items-baseline gap-x-2 text-2xl font-semibold tracking-tight">
        {figure} {aside && <span className="text-xs font-normal tracking-normal text-faint">{aside}</span>}
      </p>
      <p className="mt-1 text-compact text-muted">{children}</p>
    </section>
  );
}

/** The whole time in four figures and a sentence each. */
export function Headline({ total }: { total: ReportFigures }) {
  const { automation, confirmed, assumed, involvement, resolution, containment, recontact } = total;
  const { firstResponse, waiting, csatBot, csatAgent } = total;
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Tile title={t('Automation')} figure={shareText(automation)} aside={intervalText(automation)}>
        {automation.of === 0
          ? t('No episode is closed yet.')
          : t(
              '{confirmed} confirmed, {assumed} assumed: in {involvement} the bot took part, and it resolved {resolution} of them.',
              {
                confirmed: shareText(confirmed),
                assumed: shareText(assumed),
                involvement: shareText(involvement),
                resolution: shareText(resolution),
              },
            )}
      </Tile>
      <Tile title={t('Closed without people')} figure={shareText(containment)} aside={intervalText(containment)}>
        {recontact.of === 0
          ? t('Nothing was closed without people.')
          : t('{recontact} of those customers came back about the same within 24 hours.', {
              recontact: shareText(recontact),
            })}
      </Tile>
      <Tile
        title={t('First response by people')}
        figure={durationText(firstResponse.median)}
        aside={firstResponse.n > 0 ? t('median') : ''}
      >
        {firstResponse.n === 0
          ? t('Nobody was handed over and answered yet.')
          : t('Nine of ten within {p90}. Waiting for an agent: {waiting}.', {
              p90: durationText(firstResponse.p90),
              waiting: durationsText(waiting),
            })}
      </Tile>
      <Tile
        title={t('Satisfied customers')}
        figure={`${shareText(csatBot.positive)} · ${shareText(csatAgent.positive)}`}
        aside={t('bot · people')}
      >
        {csatBot.positive.of + csatAgent.positive.of === 0
          ? t('No customer has answered the question yet.')
          : t('{bot} answers about the bot, {people} about people.', {
              bot: csatBot.positive.of,
              people: csatAgent.positive.of,
            })}
      </Tile>
    </div>
  );
}
