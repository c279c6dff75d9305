import type { GateCheck, TrainingPhase, TrainingRunView } from '#contracts';
import { t } from '../language/t.js';

export const triggers: Record<TrainingRunView['trigger'], string> = {
  schedule: t('By schedule'),
  on_demand: t('On demand'),
  first_start: t('First start'),
};

export const phases: { phase: TrainingPhase; title: string; about: string }[] = [
  { phase: 'dataset', title: t('Dataset'), about: t('Approved examples are collected and frozen') },
  { phase: 'train', title: t('Train'), about: t('The model learns from them') },
  { phase: 'calibrate', title: t('Calibrate'), about: t('Its confidence is fitted to how often it is right') },
  { phase: 'evaluate', title: t('Evaluate'), about: t('It is measured on messages it has never seen') },
  { phase: 'register', title: t('Register'), about: t('The version is stored with its checksum') },
  { phase: 'promote', title: t('Promote'), about: t('The gate decides whether it may answer') },
];

export const checks: Record<GateCheck['check'], string> = {
  accuracy: t('Accuracy'),
  aurc: t('Risk and coverage (AURC)'),
  out_of_scope: t('Out of scope'),
  recall: t('Recall of each intent'),
  trigger: t('Trigger words'),
  calibration: t('Calibration'),
  int8: t('int8 form'),
  improvement: t('Improvement'),
};
