import type { Wallboard } from '#contracts';
import { Maximize, ShieldOff, WifiOff } from 'lucide-react';
import { useRef } from 'react';
import { maySeeSetUp } from '../session/roles.js';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { clock, timeOfDay } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { Placeholder } from '../ui/states.js';
import { useSeconds } from '../ui/use-now.js';
import { useWallboard } from './queries.js';
import { WallboardAgents } from './wallboard-agents.js';
import { WallboardFigure } from './wallboard-figure.js';
import { roughly } from './words.js';
import { formatLocale, t } from '../language/t.js';

export default function WallboardPage() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  if (allowed) return <Board />;
  return (
    <Placeholder icon={ShieldOff} page title={t('The wallboard is for supervisors and admins')}>
      {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
    </Placeholder>
  );
}

/** How things stand now, large enough for a screen on the wall. */
function Board() {
  const board = useWallboard();
  const connected = useConsole((state) => state.connection === 'online');
  const screen = useRef<HTMLDivElement>(null);
  const isStale = !connected || board.isError;
  return (
    <div ref={screen} className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto flex min-h-full max-w-480 flex-col gap-4 p-4 md:p-6">
        <header className="flex flex-wrap items-center gap-3">
          <h1 className="flex-1 text-lg font-semibold tracking-tight">{t('Wallboard')}</h1>
          {board.data && isStale && (
            <p role="status" className="flex items-center gap-1.5 text-compact font-medium text-warn">
              <WifiOff size={15} aria-hidden />{' '}
              {t('As of {time}; reconnecting', { time: timeOfDay(new Date(board.dataUpdatedAt).toISOString()) })}
            </p>
          )}
          {document.fullscreenEnabled && (
            <Button onClick={() => void screen.current?.requestFullscreen()}>
              <Maximize size={15} aria-hidden /> {t('Full screen')}
            </Button>
          )}
        </header>
        <Loaded query={board} what={t('The wallboard')}>
          {(known) => (
            <>
              <Figures board={known} />
              <WallboardAgents agents={known.agents} />
            </>
          )}
        </Loaded>
      </div>
    </div>
  );
}

function Figures({ board }: { board: Wallboard }) {
  const { waiting, urgent, waitingSince, withBot, withAgents, sla, today } = board;
  const now = useSeconds();
  const all = waiting + withBot + withAgents;
  const late = sla ? sla.atRisk + sla.breached : 0;
  return (
    <div className={cx('grid gap-4 sm:grid-cols-2', sla ? 'xl:grid-cols-3' : 'xl:grid-cols-5')}>
      <WallboardFigure title={t('Waiting now')} figure={String(waiting)} tone={waiting > 0 ? 'warn' : 'good'}>
        {urgent > 0 ? t('{count} urgent', { count: urgent }) : waiting > 0 ? t('for an agent') : t('Nobody waits')}
      </WallboardFigure>
      <WallboardFigure
        title={t('Longest wait')}
        figure={waitingSince ? clock(now - Date.parse(waitingSince)) : '–'}
        tone={waitingSince ? 'warn' : 'plain'}
      >
        {waitingSince ? t('since {time}', { time: timeOfDay(waitingSince) }) : t('Nobody waits')}
      </WallboardFigure>
      {sla && (
        <WallboardFigure
          title={t('SLA at risk')}
          figure={String(late)}
          tone={sla.breached > 0 ? 'bad' : late > 0 ? 'warn' : 'good'}
        >
          {sla.breached > 0
            ? t('{broken} broken, {soon} soon', { broken: sla.breached, soon: sla.atRisk })
            : late > 0
              ? t('time is running out')
              : t('All in time')}
        </WallboardFigure>
      )}
      <WallboardFigure title={t('Bot’s share now')} figure={all === 0 ? '–' : `${Math.round((100 * withBot) / all)}%`}>
        {all === 0
          ? t('No open conversation')
          : t('{withBot} of {all} open, {withAgents} with agents', { withBot, all, withAgents })}
      </WallboardFigure>
      <WallboardFigure title={t('Today')} figure={today.opened.toLocaleString(formatLocale())}>
        {t('opened, {handedOver} handed over, {closedByBot} closed by the bot', {
          handedOver: today.handedOver,
          closedByBot: today.closedByBot,
        })}
      </WallboardFigure>
      <WallboardFigure title={t('First response today')} figure={roughly(today.firstResponse.median)}>
        {today.firstResponse.n === 0
          ? t('Nothing yet')
          : t('median; nine of ten within {p90}', { p90: roughly(today.firstResponse.p90) })}
      </WallboardFigure>
    </div>
  );
}
