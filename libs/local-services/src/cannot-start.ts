/** A reason that the person at the terminal can act on: shown as its one sentence, without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
