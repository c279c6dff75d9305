/** Why a call brought no answer of use, for whoever sets the action up. */
const sentences = {
  late: 'The answer was not complete within the timeout.',
  too_large: 'The answer is larger than 256 KB.',
  not_json: 'The answer is not JSON.',
  status: 'The answer has a status that means a failure.',
  unreachable: 'No connection came about. Check the address, and that the server runs and has a valid certificate.',
  address_refused:
    'The address belongs to a private or local network, which may not be called. The operator can allow it by ACTION_ALLOWED_NETWORKS.',
  redirects: 'The server redirects more than three times, or to what is no web address.',
  value_refused: 'A value is missing, or cannot stand in an address.',
  secret_unreadable: 'The secret header cannot be decrypted with the key of this installation. Enter it again.',
  busy: 'Too many calls to this server are under way.',
  resting: 'This server failed several times in a row and is left alone for a few seconds.',
} as const;
export type ProblemCode = keyof typeof sentences;

export class ActionProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    options?: ErrorOptions,
  ) {
    super(sentences[code], options);
    this.name = 'ActionProblem';
  }
}
