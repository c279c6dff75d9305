import type { ExampleSource } from '#contracts';

export type ResolutionKind = 'confirmed' | 'corrected' | 'out_of_scope' | 'unlabelled';

export interface Label {
  kind: ResolutionKind;
  /** Null: the closing act says nothing to learn from. */
  source: ExampleSource | null;
}

/** What the agent's closing act says about the model's best intent. */
export function labelOf(predicted: string | null, chosen: string | null, outOfScope: boolean): Label {
  if (outOfScope) return { kind: 'out_of_scope', source: 'agent_correction' };
  if (chosen === null) return { kind: 'unlabelled', source: null };
  if (chosen === predicted) return { kind: 'confirmed', source: 'agent_confirm' };
  return { kind: 'corrected', source: 'agent_correction' };
}
