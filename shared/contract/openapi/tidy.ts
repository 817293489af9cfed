import type { CreateDocumentOptions, ZodOpenApiOverride } from 'zod-openapi';
import type { OpenApiDocument } from './document.ts';

/** `z.int()` is bounded by what a double holds: true, and no help to a reader. */
const EXACT = Number.MAX_SAFE_INTEGER;

const override: ZodOpenApiOverride = ({ zodSchema, jsonSchema, io }) => {
  const { def } = zodSchema._zod;
  // The formats say it in one word; the patterns take 300 letters.
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.maximum === EXACT) delete jsonSchema.maximum;
  if (jsonSchema.minimum === -EXACT) delete jsonSchema.minimum;
  if (def.type === 'record') delete jsonSchema.propertyNames;
  // Answers may gain fields: a client must not refuse one it does not know.
  if (io === 'output' && def.type === 'object' && !def.catchall)
    delete jsonSchema.additionalProperties;
};

/** What a transformation gives cannot be read from it: see `withoutUnsaid`. */
export const options: CreateDocumentOptions = {
  override,
  allowEmptySchema: { pipe: { output: true }, transform: { output: true } },
};

/** The document as it is sent, without what says nothing. */
export function tidied(document: object): OpenApiDocument {
  const { components, ...rest } = withoutUnsaid(document) as unknown as OpenApiDocument;
  return { ...rest, components: { ...components, schemas: used(rest, components.schemas) } };
}

const isEmpty = (schema: unknown): boolean => Object.keys(schema ?? {}).length === 0;

/**
 * Short forms that a body may use (`lastIncidentAt` as a bare date) are answered in the long form,
 * but stand among the choices as an empty schema, which would allow anything.
 */
function withoutUnsaid<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutUnsaid) as T;
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, ...rest } = node as { anyOf?: object[] };
  const whole = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, withoutUnsaid(value)]),
  );
  if (!Array.isArray(anyOf)) return whole as T;
  const said = anyOf.filter((choice) => !isEmpty(choice)).map(withoutUnsaid);
  return (said.length === 1 ? { ...said[0], ...whole } : { anyOf: said, ...whole }) as T;
}

const refsIn = (node: unknown): string[] =>
  [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );

/** A named schema that is only sent has no answered form, and the other way round. */
function used(rest: object, schemas: OpenApiDocument['components']['schemas']) {
  const names = new Set(refsIn(rest));
  // A set visits what is added while it is walked.
  for (const name of names) for (const ref of refsIn(schemas[name] ?? {})) names.add(ref);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => names.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
