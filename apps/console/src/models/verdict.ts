import type { ModelVersionView } from '#contracts';
import { checks } from './words.js';

export interface GateVerdict {
  tone: 'good' | 'plain' | 'bad';
  /** A word or two, and a sentence. */
  title: string;
  text: string;
}

/** What the gate said of a version. One that was compared with none cannot have failed to be better. */
export function verdictOf(gate: ModelVersionView['gate']): GateVerdict {
  if (gate.length === 0) return { tone: 'plain', title: 'Not judged', text: 'It was not judged before it was stored.' };
  const failed = gate.filter(({ passed }) => !passed);
  const names = failed.map(({ check }) => checks[check]).join(', ');
  if (!isCompared(gate)) {
    const own = failed.length > 0 ? ` Its own checks have a remark: ${names}.` : '';
    return { tone: 'plain', title: 'First version', text: `There was none to compare it with.${own}` };
  }
  if (failed.length === 0) {
    return { tone: 'good', title: 'Better', text: 'It is better than the version before, and nothing is worse.' };
  }
  if (failed.every(({ check }) => check === 'improvement')) {
    return { tone: 'plain', title: 'No difference', text: 'It is not shown to be better than the version before.' };
  }
  return { tone: 'bad', title: 'Not passed', text: `It did not pass: ${names}.` };
}

export function isCompared(gate: ModelVersionView['gate']): boolean {
  return gate.some(({ check }) => check === 'improvement');
}
