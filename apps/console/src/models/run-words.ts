import type { ModelVersionView, TrainingRunView } from '#contracts';

/** What came of a run that has ended. `model`: the version that it made, as it is now. */
export function resultWords(
  { status, modelVersionId }: Pick<TrainingRunView, 'status' | 'modelVersionId'>,
  model: Pick<ModelVersionView, 'version' | 'stage' | 'activatedAt'> | null,
): string {
  if (status === 'cancelled') return 'It was cancelled and made no version. The one that answered goes on.';
  if (status === 'failed') return 'It failed and made no version. The one that answered goes on.';
  if (modelVersionId === null || model === null) return 'The version that it made is not there any more.';
  if (model.stage === 'active') return `It made version ${model.version}, which answers now.`;
  return model.activatedAt === null
    ? `It made version ${model.version}, which has not taken over.`
    : `It made version ${model.version}, which answered until another took over.`;
}
