import type { ModelVersionView } from '#contracts';
import { checks } from './words.js';
import { t } from '../language/t.js';

export interface GateVerdict {
  tone: 'good' | 'plain' | 'bad';
  /** A word or two, and a sentence. */
  title: string;
  text: string;
}

/** What the gate said of a version. One that was compared with none cannot have failed to be better. */
export function verdictOf(gate: ModelVersionView['gate']): GateVerdict {
  if (gate.length === 0)
    return { tone: 'plain', title: t('Not judged'), text: t('It was not judged before it was stored.') };
  const failed = gate.filter(({ passed }) => !passed);
  const names = failed.map(({ check }) => checks[check]).join(', ');
  if (!isCompared(gate)) {
    const own = failed.length > 0 ? [t('Its own checks have a remark: {names}.', { names })] : [];
    return {
      tone: 'plain',
      title: t('First version'),
      text: [t('There was none to compare it with.'), ...own].join(' '),
    };
  }
  if (failed.length === 0) {
    return { tone: 'good', title: t('Better'), text: t('It is better than the version before, and nothing is worse.') };
  }
  if (failed.every(({ check }) => check === 'improvement')) {
    return {
      tone: 'plain',
      title: t('No difference'),
      text: t('It is not shown to be better than the version before.'),
    };
  }
  return { tone: 'bad', title: t('Not passed'), text: t('It did not pass: {names}.', { names }) };
}

export function isCompared(gate: ModelVersionView['gate']): boolean {
  return gate.some(({ check }) => check === 'improvement');
}
