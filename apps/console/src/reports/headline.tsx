import type { ReportFigures } from '#contracts';
import type { ReactNode } from 'react';
import { durationText, durationsText, intervalText, shareText } from './words.js';

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
      <Tile title="Automation" figure={shareText(automation)} aside={intervalText(automation)}>
        {automation.of === 0
          ? 'No episode is closed yet.'
          : `${shareText(confirmed)} confirmed, ${shareText(assumed)} assumed: in ${shareText(involvement)} the bot took part, and it resolved ${shareText(resolution)} of them.`}
      </Tile>
      <Tile title="Closed without people" figure={shareText(containment)} aside={intervalText(containment)}>
        {recontact.of === 0
          ? 'Nothing was closed without people.'
          : `${shareText(recontact)} of those customers came back about the same within 24 hours.`}
      </Tile>
      <Tile
        title="First response by people"
        figure={durationText(firstResponse.median)}
        aside={firstResponse.n > 0 ? 'median' : ''}
      >
        {firstResponse.n === 0
          ? 'Nobody was handed over and answered yet.'
          : `Nine of ten within ${durationText(firstResponse.p90)}. Waiting for an agent: ${durationsText(waiting)}.`}
      </Tile>
      <Tile
        title="Satisfied customers"
        figure={`${shareText(csatBot.positive)} · ${shareText(csatAgent.positive)}`}
        aside="bot · people"
      >
        {csatBot.positive.of + csatAgent.positive.of === 0
          ? 'No customer has answered the question yet.'
          : `${csatBot.positive.of.toLocaleString()} answers about the bot, ${csatAgent.positive.of.toLocaleString()} about people.`}
      </Tile>
    </div>
  );
}
