import type { ModelVersionView, TrainingRunView } from '#contracts';
import { t } from '../language/t.js';

/** What came of a run that has ended. `model`: the version that it made, as it is now. */
export function resultWords(
  { status, modelVersionId }: Pick<TrainingRunView, 'status' | 'modelVersionId'>,
  model: Pick<ModelVersionView, 'version' | 'stage' | 'activatedAt'> | null,
): string {
  if (status === 'cancelled') return t('It was cancelled and made no version. The one that answered goes on.');
  if (status === 'failed') return t('It failed and made no version. The one that answered goes on.');
  if (modelVersionId === null || model === null) return t('The version that it made is not there any more.');
  if (model.stage === 'active') return t('It made version {version}, which answers now.', { version: model.version });
  return model.activatedAt === null
    ? t('It made version {version}, which has not taken over.', { version: model.version })
    : t('It made version {version}, which answered until another took over.', { version: model.version });
}
