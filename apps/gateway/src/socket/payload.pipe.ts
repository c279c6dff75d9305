import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { BatonError, errorTable, type ErrorCode } from '#contracts';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/** Validates a body, a parameter or a socket event's payload by the schema that stands beside it. */
@Injectable()
export class PayloadPipe implements PipeTransform {
  async transform(value: unknown, { schema, data = 'payload' }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues) throw refusal(result.issues, data);
    return result.value;
  }
}

/** A schema's message may itself be a code (TEXT_EMPTY); every other issue is BAD_PAYLOAD with the names of the fields. */
function refusal(issues: readonly Issue[], whole: string): BatonError {
  const coded = issues.find(({ message }) => Object.hasOwn(errorTable, message));
  if (coded) return new BatonError(coded.message as ErrorCode);
  const fields = issues.map(
    ({ path = [] }) => path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || whole,
  );
  return new BatonError('BAD_PAYLOAD', [...new Set(fields)].slice(0, 10));
}
