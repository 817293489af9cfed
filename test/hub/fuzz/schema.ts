import type { OpenApiDocument, Schema } from '../../../shared/contract/openapi/document.ts';

type Schemas = OpenApiDocument['components']['schemas'];

/** A schema with what it points to in its place. */
export function resolved(schemas: Schemas, schema: Schema): Schema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return schema;
  const target = schemas[$ref.split('/').at(-1) ?? ''];
  if (!target) throw new Error(`the document has no ${$ref}`);
  return { ...resolved(schemas, target), ...own };
}

/**
 * What of a value the published schema does not allow, each with its place. Written for the parts of
 * JSON Schema that the document uses, and apart from the schemas the hub checks by.
 */
export function faults(schemas: Schemas, given: Schema, value: unknown, at = ''): string[] {
  const schema = resolved(schemas, given) as Schema & { readonly allOf?: readonly Schema[] };
  const inner = (each: Schema) => faults(schemas, each, value, at);
  const anyOf = schema.anyOf ?? schema.oneOf;
  const found = [
    ...(schema.allOf ?? []).flatMap(inner),
    ...(anyOf && !anyOf.some((each) => inner(each).length === 0)
      ? [`${at} is none of its forms`]
      : []),
    ...(schema.const !== undefined && value !== schema.const
      ? [`${at} is not ${schema.const}`]
      : []),
    ...(schema.enum && !schema.enum.includes(value) ? [`${at} is none of the words`] : []),
  ];
  if (schema.type !== undefined && !isOf(schema.type, value))
    return [...found, `${at} is no ${schema.type}`];
  if (typeof value === 'string') return [...found, ...textFaults(schema, value, at)];
  if (typeof value === 'number') return [...found, ...numberFaults(schema, value, at)];
  if (Array.isArray(value)) return [...found, ...listFaults(schemas, schema, value, at)];
  if (typeof value === 'object' && value !== null)
    return [...found, ...objectFaults(schemas, schema, value as Record<string, unknown>, at)];
  return found;
}

function isOf(type: string | readonly string[], value: unknown): boolean {
  if (Array.isArray(type)) return type.some((each) => isOf(each, value));
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

const textFaults = (
  { minLength = 0, maxLength = Infinity, pattern }: Schema,
  value: string,
  at: string,
) => [
  ...(value.length < minLength || value.length > maxLength
    ? [`${at} has ${value.length} signs`]
    : []),
  ...(pattern && !new RegExp(pattern, 'u').test(value) ? [`${at} is not of its pattern`] : []),
];

const numberFaults = (
  { minimum = -Infinity, maximum = Infinity }: Schema,
  value: number,
  at: string,
) => (value < minimum || value > maximum ? [`${at} is ${value}`] : []);

function listFaults(
  schemas: Schemas,
  schema: Schema,
  value: readonly unknown[],
  at: string,
): string[] {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  return [
    ...(value.length < minItems || value.length > maxItems
      ? [`${at} has ${value.length} items`]
      : []),
    ...(items ? value.flatMap((each, i) => faults(schemas, items, each, `${at}/${i}`)) : []),
  ];
}

function objectFaults(
  schemas: Schemas,
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  at: string,
): string[] {
  const absent = required
    .filter((name) => !(name in value))
    .map((name) => `${at}/${name} is absent`);
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const schema = properties[name] ?? additionalProperties ?? true;
    if (schema === false) return [`${at}/${name} is not declared`];
    return schema === true ? [] : faults(schemas, schema, each, `${at}/${name}`);
  });
  return [...absent, ...fields];
}
