/**
 * What people who train, evaluate or load a model can meet: a stable code and a sentence that says what to do.
 * `{name}` is filled in from the values given when the error is raised.
 */
export const modelErrorTable = {
  FILE_MISSING: 'There is no file {file}. Check the path.',
  FILE_TOO_LARGE: '{file} is larger than 512 MB. Export fewer rows, or keep only the newest ones.',
  FILE_REFUSED: '{file} cannot be read. {why}',
  ROW_BAD_JSON:
    '{file}, line {line}: this is not a JSON object. Each line must hold one, such as {"text": "…", "intent": "…"}.',
  CSV_BROKEN: '{file}, line {line}: the CSV cannot be read ({why}). Check quotes and separators.',
  COLUMN_MISSING:
    '{file} has no column "{column}" (it has: {found}). Say which columns to take: --map text=Column,intent=Column.',
  ROWS_NONE: '{file} has no row with a text and an intent. Check that it is the right file.',
  TEXTS_NONE: '{file} has no row with a text. Check that it is the right file.',
  TEXTS_TOO_FEW:
    'The data has only {count} different texts, and learning from text alone needs at least {needed}. Give more --data.',
  INTENTS_TOO_FEW: '{file} has only one intent ({intent}). At least two are needed to tell them apart.',
  BASE_BROKEN: '{dir} is not a base model ({why}). It needs config.json, tokenizer.json and a safetensors file.',
  MASK_MISSING:
    'The base model has no [MASK] token, so it cannot learn masked words. Use another --objective or --base.',
  MODEL_MISSING: '{dir} is not a model folder: {file} is missing. Train it again, or copy the whole folder.',
  MODEL_CHECKSUM:
    'The model in {dir} is damaged: {file} does not match its checksum. Copy the folder again or train anew.',
  MODEL_BROKEN: 'The model in {dir} cannot be used ({why}). Train it again.',
  ADAPTERS_BASE:
    'The model in {dir} is kept as adapters of another encoder than {base}. Give the folder it was trained on to --base.',
  OUT_NOT_EMPTY: '{dir} exists and is not a model folder. Give a new folder to --out.',
  CALIBRATION_EMPTY:
    'The calibration file {file} has no usable row. It needs messages with the right intent, or "oos": true.',
  MAP_BROKEN: '--map {map} is not understood. Write text=Column,intent=Column, and oos=Column if there is one.',
  DATABASE_CLOSED: 'No database is reachable. Run npm start in another terminal first, or set DATABASE_URL.',
  BACKUP_EXISTS: '{dir} exists. Give a folder that does not exist yet to --out.',
  RESTORE_REFUSED: '{why}',
  OPTIONS_WRONG: 'Correct {options}.',
  USER_UNKNOWN: 'Nobody has the address {email}: `baton user list` says who there is.',
  WORKSPACE_NOT_ONE: 'Say which workspace with --workspace; there are: {found}.',
} as const;
export type ModelErrorCode = keyof typeof modelErrorTable;

export class ModelError extends Error {
  constructor(
    readonly code: ModelErrorCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(modelErrorTable[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)));
    this.name = 'ModelError';
  }
}
