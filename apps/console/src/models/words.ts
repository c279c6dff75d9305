import type { GateCheck, TrainingPhase, TrainingRunView } from '#contracts';

export const triggers: Record<TrainingRunView['trigger'], string> = {
  schedule: 'By schedule',
  on_demand: 'On demand',
  first_start: 'First start',
};

export const phases: { phase: TrainingPhase; title: string; about: string }[] = [
  { phase: 'dataset', title: 'Dataset', about: 'Approved examples are collected and frozen' },
  { phase: 'train', title: 'Train', about: 'The model learns from them' },
  { phase: 'calibrate', title: 'Calibrate', about: 'Its confidence is fitted to how often it is right' },
  { phase: 'evaluate', title: 'Evaluate', about: 'It is measured on messages it has never seen' },
  { phase: 'register', title: 'Register', about: 'The version is stored with its checksum' },
  { phase: 'promote', title: 'Promote', about: 'The gate decides whether it may answer' },
];

export const checks: Record<GateCheck['check'], string> = {
  accuracy: 'Accuracy',
  aurc: 'Risk and coverage (AURC)',
  out_of_scope: 'Out of scope',
  recall: 'Recall of each intent',
  trigger: 'Trigger words',
  calibration: 'Calibration',
  int8: 'int8 form',
  improvement: 'Improvement',
};
