import type { Checklist, ChecklistStep } from '#contracts';
import {
  FileSpreadsheet,
  GraduationCap,
  MessageSquareText,
  MessagesSquare,
  MonitorSmartphone,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import { t } from '../language/t.js';

export interface Step {
  step: ChecklistStep;
  title: string;
  /** What it gives, on the home page. */
  about: string;
  icon: LucideIcon;
  Page: ComponentType;
}

/** The wizard's steps in their order. */
export const steps: readonly Step[] = [
  {
    step: 'tickets',
    title: t('Tickets'),
    about: t('Give the bot old tickets or a starter kit to learn from.'),
    icon: FileSpreadsheet,
    Page: lazy(() => import('../tickets/tickets-step.js')),
  },
  {
    step: 'answers',
    title: t('Answers'),
    about: t('Approve what the bot may say. Until then it says nothing.'),
    icon: MessageSquareText,
    Page: lazy(() => import('../knowledge/answers-step.js')),
  },
  {
    step: 'train',
    title: t('Train'),
    about: t('Make the first model out of your tickets.'),
    icon: GraduationCap,
    Page: lazy(() => import('../models/train-step.js')),
  },
  {
    step: 'try',
    title: t('Try it'),
    about: t('Ask as a customer would, and mend what is wrong.'),
    icon: MessagesSquare,
    Page: lazy(() => import('../try/try-step.js')),
  },
  {
    step: 'embed',
    title: t('Embed'),
    about: t('Put the chat on your page, in your colours.'),
    icon: MonitorSmartphone,
    Page: lazy(() => import('../inboxes/embed-step.js')),
  },
  {
    step: 'people',
    title: t('People'),
    about: t('Invite colleagues and say when they are there.'),
    icon: Users,
    Page: lazy(() => import('../people/people-step.js')),
  },
];

export function isDone(checklist: Checklist | undefined, step: ChecklistStep): boolean {
  return checklist?.steps.some((entry) => entry.step === step && entry.done) ?? false;
}

/** The first step that is still to be done; null: the set-up is finished. */
export function nextStep(checklist: Checklist): Step | null {
  return steps.find(({ step }) => !isDone(checklist, step)) ?? null;
}
