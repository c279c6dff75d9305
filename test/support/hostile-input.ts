import fc from 'fast-check';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Inputs for a contract: right in part, wrong in part, of the wrong shape altogether. `ids` exist, so that many reach the database. */
export function hostileInput(schema: z.ZodType | JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  // With a registry of its own no part is a component, which would be a mere reference.
  const options = { io: 'input', unrepresentable: 'any', metadata: z.registry<z.core.GlobalMeta>() } as const;
  const json = schema instanceof z.ZodType ? z.toJSONSchema(schema, options) : schema;
  return fc.oneof({ weight: 6, arbitrary: likely(json, ids) }, { weight: 1, arbitrary: hostile });
}

/** A JSON text of the input. Now and then one that `JSON.stringify` would not write. */
export function hostileJson(input: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const text = input.map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: text.map((json) => json.replace(/\d+/, '1e400')) },
    { weight: 1, arbitrary: text.map((json) => json.slice(0, -1)) },
    {
      weight: 1,
      arbitrary: text.map((json) => json.replace('{', '{"__proto__":{"admin":true},"constructor":{"prototype":1},')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('[', '\0', 'null', '{"a":'.repeat(10_000), '['.repeat(10_000) + ']'.repeat(10_000)),
    },
  );
}

const aTime = '2026-01-01T00:00:00.000Z';
const anId = '018f0000-0000-7000-8000-000000000000';
/** Nearly what `inbox:list` gives as the cursor of its next page. */
const cursors = [
  ...[`${aTime}_${anId}`, `2026-02-30T00:00:00.000Z_${anId}`, `0000-01-01T00:00:00.000Z_${anId}`, `${aTime}_`],
  ...[`9999-99-99T99:99:99.999Z_${anId}`, `-000001-01-01T00:00:00.000Z_${anId}`, `${aTime}_${anId}_${anId}`],
  ...[`${aTime}_${'-'.repeat(36)}`, `${aTime}_a\u0000b`, `2026-01-01T:.:.Z_${anId}`],
];
/** Characters that a database, a terminal or a reader cannot take. */
const taints = ['\0', '\0', '\ud800', '\udc00', '\u001b', '\n', '\u202e', '\u200b', '\u{e0041}', '\u0301'];

export const hostileText = fc.oneof(
  fc.constantFrom(...taints.map((taint) => `a${taint}b`)),
  fc.constantFrom('', ' ', '__proto__', 'constructor', 'null', '-1', "'; DROP TABLE message; --", '${7*7}{{7*7}}'),
  // Several of them still fit into one packet of 64 KB; a larger one ends the connection.
  fc.constantFrom(`e${'\u0301'.repeat(5000)}`, 'x'.repeat(4001), 'x'.repeat(15_000)),
  fc.constantFrom(...cursors),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 50 }),
);

/** Right but for one character. */
function tainted(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.constantFrom(...taints), fc.nat(50))
    .map(([whole, taint, at]) => whole.slice(0, at) + taint + whole.slice(at));
}

const deep = fc.integer({ min: 1, max: 500 }).map((depth) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
});
const polluting = fc.constant(JSON.parse('{"__proto__":{"admin":true},"toString":1,"constructor":null}') as unknown);
const hostileNumber = fc.constantFrom(-1, 0, 0.5, -0, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, NaN, Infinity);
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], ['a'], { length: 1e9 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: polluting },
);

function likelyField(name: string, schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  const right = { weight: 5, arbitrary: name === 'cursor' ? fc.constantFrom(...cursors) : likely(schema, ids) };
  const wrong = { weight: 1, arbitrary: hostile };
  if (schema.type !== 'string') return fc.oneof(right, wrong);
  return fc.oneof(right, wrong, { weight: 1, arbitrary: tainted(plainText(schema)) });
}

function plainText({ minLength = 0, maxLength = 50 }: JsonSchema): fc.Arbitrary<string> {
  return fc.string({ minLength, maxLength: Math.min(maxLength, 50) });
}

/** What the schema describes, with now and then a field that is hostile, missing or one too many. */
function likely(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return fc.oneof(...variants.map((variant) => likely(variant, ids)));
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
        name,
        likelyField(name, field as JsonSchema, ids),
      ]);
      const record = Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>;
      const whole = fc.record(record);
      return fc.oneof(
        { weight: 6, arbitrary: whole },
        { weight: 1, arbitrary: fc.record(record, { requiredKeys: [] }) },
        {
          weight: 1,
          arbitrary: fc.tuple(whole, fc.string(), hostile).map(([all, key, value]) => ({ ...all, [key]: value })),
        },
      );
    }
    case 'string':
      if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
      return plainText(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 200, 200) });
    case 'number':
      return fc.double({ min: schema.minimum, max: schema.maximum });
    case 'boolean':
      return fc.boolean();
    default:
      return hostile;
  }
}
