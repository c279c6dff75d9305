import { maySetUp } from '../session/roles.js';
import { Navigate } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { useChecklist } from '../set-up/checklist.js';
import { nextStep } from '../set-up/steps.js';

/** Where the console opens: at home while the set-up is unfinished and one may finish it, else where the work is. */
export function IndexPage() {
  const setsUp = useConsole((state) => maySetUp(state.me.role));
  const checklist = useChecklist();
  if (setsUp && checklist.isPending) return null;
  const unfinished = checklist.data && !checklist.data.dismissed && nextStep(checklist.data);
  return <Navigate to={setsUp && unfinished ? '/home' : '/inbox/waiting'} replace />;
}
