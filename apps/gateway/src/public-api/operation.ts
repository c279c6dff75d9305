import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { apiError, errorTable, type ApiScope, type ErrorCode } from '#contracts';
import { RequiredScope } from './integration.guard.js';

/** What every route of the public API may answer. */
const everywhere: ErrorCode[] = [
  ...(['BAD_PAYLOAD', 'NOT_AUTHENTICATED', 'API_KEY_INVALID', 'SCOPE_MISSING', 'RATE_LIMITED'] as const),
  ...(['INTERNAL', 'SERVICE_UNAVAILABLE'] as const),
];
const ofBodies: ErrorCode[] = ['MALFORMED_JSON', 'PAYLOAD_TOO_LARGE'];
const ofKeys: ErrorCode[] = ['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_IN_PROGRESS'];

const retryAfter = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' as const } } };

/** A route of the public API: the scope that it needs, and what its documentation says of it. */
export function Operation(operationId: string, summary: string, scope: ApiScope, ...codes: ErrorCode[]) {
  return applyDecorators(
    RequiredScope(scope),
    ApiOperation({ operationId, summary, description: `Needs the scope \`${scope}\`.` }),
    ...refusals([...everywhere, ...codes]),
  );
}

/** The same of a POST, which takes an Idempotency-Key. */
export function IdempotentOperation(...[id, summary, scope, ...codes]: Parameters<typeof Operation>) {
  const header = ApiHeader({
    ...{ name: 'Idempotency-Key', required: false, schema: { type: 'string', maxLength: 200 } },
    description:
      'Made up by you for this request. Sent again within a day, it has no second effect and the same answer.',
  });
  return applyDecorators(Operation(id, summary, scope, ...ofBodies, ...ofKeys, ...codes), header);
}

/** One response a status: the codes that share it, with their sentences. */
function refusals(codes: ErrorCode[]): MethodDecorator[] {
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))];
  return statuses.map((status) => {
    const here = codes.filter((code) => errorTable[code].status === status);
    const description = here.map((code) => `\`${code}\`: ${errorTable[code].message}`).join('\n\n');
    return ApiResponse({
      status,
      description,
      standardSchema: apiError,
      ...(status === 429 && { headers: retryAfter }),
    });
  });
}
