import { z } from 'zod';

/** The errors of errorTable, for programs: codes are added to it, so that the list is no part of the schema. */
export const apiError = z
  .object({
    code: z.string().describe('Stable: programs go by it.'),
    message: z.string().describe('A sentence that says what to do.'),
    details: z.array(z.string()).optional().describe('Names of the fields that are wrong.'),
    requestId: z.string().describe("Names the request in the operator's log."),
  })
  .meta({ id: 'Error' });
