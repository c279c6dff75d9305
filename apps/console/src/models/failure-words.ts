import type { TrainingError } from '#contracts';
import { t } from '../language/t.js';

/** Why a training failed, and what to do. */
export const failureWords: Record<TrainingError, string> = {
  interrupted_too_often: t(
    'It was ended from outside again and again, most often for want of memory. Give the machine more or stop other programs, and train again.',
  ),
  too_few_examples: t(
    'There are too few examples: at least two intents need messages to learn from. Add some, and train again.',
  ),
  disk_full: t('The disk is full. Free some space, and train again.'),
  out_of_memory: t('There was too little memory. Give the machine more or stop other programs, and train again.'),
  no_write_access: t(
    'Baton may not write to its data folder. The operator can allow it (BATON_DATA_DIR); then train again.',
  ),
  base_model_unusable: t(
    'The base model cannot be used. The operator can correct BATON_BASE_MODEL or leave it out; then train again.',
  ),
  model_damaged: t(
    'Files of a model are damaged. Train again; if that fails too, activate an earlier version, and train then.',
  ),
  database_unavailable: t('The database could not be reached. Train again.'),
  internal: t('Nobody foresaw the reason. Train again; if that fails too, give the operator the technical details.'),
};
