import { maySetUp } from '../session/roles.js';
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { ConnectionBanner } from '../shell/connection-banner.js';
import { Button } from '../ui/button.js';
import { LazyPage } from '../ui/lazy-page.js';
import { Logo } from '../ui/logo.js';
import { useChecklist } from './checklist.js';
import { ProgressRail } from './progress-rail.js';
import { isDone, steps } from './steps.js';
import { t } from '../language/t.js';

/** A step begins at its top, for the eye and for screen readers. */
function focus(step: HTMLElement | null): void {
  step?.focus();
}

/** One step after the other, each of which can be left and taken up later: what is done is kept by the server. */
export default function Wizard() {
  const allowed = useConsole((state) => maySetUp(state.me.role));
  const checklist = useChecklist();
  const navigate = useNavigate();
  const { step: name } = useParams();
  const place = steps.findIndex((entry) => entry.step === name);
  const step = steps[place];

  if (!allowed) return <Navigate to="/" replace />;
  if (!step) return <Navigate to="/set-up/tickets" replace />;
  const [before, after] = [steps[place - 1], steps[place + 1]];
  const done = isDone(checklist.data, step.step);
  return (
    <div className="flex h-full flex-col">
      <header className="flex items-center gap-3 border-b border-line bg-surface px-4 py-2.5 md:px-6">
        <Logo className="size-7 shrink-0" />
        <span className="hidden text-sm font-semibold tracking-tight whitespace-nowrap md:block">
          {t('Set up Baton')}
        </span>
        <ProgressRail checklist={checklist.data} current={step} />
        <Link
          to="/home"
          className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg px-2.5 text-compact font-medium text-muted hover:bg-hover hover:text-ink"
        >
          <X size={15} aria-hidden />
          <span>
            <span className="xl:hidden">{t('Leave')}</span>
            <span className="hidden xl:inline">{t('Leave and come back later')}</span>
          </span>
        </Link>
      </header>
      <ConnectionBanner />
      <main key={step.step} ref={focus} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        <LazyPage page={step.Page} />
      </main>
      <footer className="flex items-center justify-between gap-2 border-t border-line bg-surface px-4 py-2.5 md:px-6">
        {before ? (
          <Button tone="quiet" onClick={() => void navigate(`/set-up/${before.step}`)}>
            <ArrowLeft size={15} aria-hidden /> {before.title}
          </Button>
        ) : (
          <span />
        )}
        <Button
          tone={done || !after ? 'primary' : 'plain'}
          onClick={() => void navigate(after ? `/set-up/${after.step}` : '/home')}
        >
          {!done && after && t('Skip for now')}
          {done && after && t('Next: {title}', { title: after.title })}
          {!after && t('Finish')}
          <ArrowRight size={15} aria-hidden />
        </Button>
      </footer>
    </div>
  );
}
