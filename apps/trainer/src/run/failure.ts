import { BatonError, ModelError, type ModelErrorCode, type TrainingError, type TrainingFailure } from '#contracts';

/** Why the run cannot be carried out, as found here or told by the child. */
export class RunFailed extends Error {
  constructor(readonly failure: TrainingFailure) {
    super(failure.text ?? failure.code);
  }
}

/** The child was ended from outside, by the machine's want of memory for example. Its checkpoint is there to go on from. */
export class Interrupted extends Error {
  /** The signal, or the exit code. */
  constructor(by: NodeJS.Signals | number | null) {
    super(typeof by === 'string' ? by : `exit ${by}`);
  }
}

/** A longer text is cut: some name every argument of a query. */
const longestText = 2000;

/** What Node.js, V8 and ONNX Runtime say when they get no memory, and what Node.js and PostgreSQL say when they get no space. */
const noMemory = /ENOMEM|bad_alloc|Failed to allocate memory|Array buffer allocation failed/;
const noSpace = /ENOSPC|EDQUOT|No space left on device/;
const noAccess = /^(EACCES|EPERM|EROFS)\b/;

const ofModels: Partial<Record<ModelErrorCode, TrainingError>> = {
  BASE_BROKEN: 'base_model_unusable',
  ADAPTERS_BASE: 'base_model_unusable',
  MODEL_MISSING: 'model_damaged',
  MODEL_CHECKSUM: 'model_damaged',
  MODEL_BROKEN: 'model_damaged',
};

/** Nothing here knows the database, since the child asks too. */
export function failureOf(error: unknown): TrainingFailure {
  if (error instanceof RunFailed) return error.failure;
  return { code: codeOf(error), text: textOf(error).slice(0, longestText) };
}

function codeOf(error: unknown): TrainingError {
  if (error instanceof Interrupted) return 'interrupted_too_often';
  const said = error instanceof Error ? error.message : '';
  if (noMemory.test(said)) return 'out_of_memory';
  if (noSpace.test(said)) return 'disk_full';
  if (error instanceof ModelError) return ofModels[error.code] ?? 'internal';
  return noAccess.test(said) ? 'no_write_access' : 'internal';
}

/** Errors of ours are kept by their codes: their sentences are English. */
function textOf(error: unknown): string {
  if (error instanceof ModelError) return `${error.code} ${JSON.stringify(error.values)}`;
  if (error instanceof BatonError) return error.code;
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
