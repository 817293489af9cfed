import {
  type Content,
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  type Schema,
} from './document.ts';
import { meanings } from './meanings/index.ts';

/** The most particular words there are for a field: `TaskView.work.note`, then `note`. */
const meaningOf = (path: readonly string[]) =>
  meanings[path.join('.')] ?? meanings[path.at(-1) ?? ''];

/** Gives every field of a document its meaning, in both languages; answers which fields have none. */
export function describe({ components, paths, webhooks }: OpenApiDocument): string[] {
  const operations = [...operationsOf(paths), ...operationsOf(webhooks)];
  return [
    ...Object.entries(components.schemas).flatMap(([name, schema]) =>
      describeFields(schema, [name.replace(/Output$/, '')]),
    ),
    ...operations.flatMap(({ operation }) => describeOperation(operation)),
  ];
}

function describeOperation({ operationId, parameters, requestBody, responses }: Operation) {
  const asked = (parameters ?? []).flatMap((parameter) =>
    'in' in parameter && parameter.in !== 'header'
      ? explain(parameter, [operationId, parameter.name])
      : [],
  );
  const contents = [
    requestBody?.content,
    ...Object.values(responses).map(({ content }) => content),
  ];
  return [...asked, ...contents.flatMap((content) => describeContent(content, operationId))];
}

const describeContent = (content: Content | undefined, operationId: string): string[] =>
  Object.values(content ?? {}).flatMap(({ schema }) => describeFields(schema, [operationId]));

const describeFields = (schema: Schema, path: readonly string[]): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...explain(field, [...path, name]),
    ...describeFields(field, [...path, name]),
  ]),
  ...partsOf(schema).flatMap((part) => describeFields(part, path)),
];

/** Adds the words to a field or parameter; answers its place where there are none. */
function explain(field: Schema | Parameter, path: readonly string[]): string[] {
  const meaning = meaningOf(path);
  if (!meaning) return [path.join('.')];
  Object.assign(field, { description: meaning.en, 'x-description-ka': meaning.ka });
  return [];
}

/** The schemas of which a schema is made, other than its fields. */
const partsOf = ({ items, anyOf = [], oneOf = [], additionalProperties }: Schema): Schema[] => [
  ...(items ? [items] : []),
  ...anyOf,
  ...oneOf,
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
];
