import type { Schema } from '../../../shared/contract/openapi/document.ts';
import type { Lang } from '../../../shared/domain/labels.ts';
import { type Html, html, prose } from './html.ts';
import { wordsIn } from './words.ts';

/** In the page's language. */
export const describedIn = (
  lang: Lang,
  { description, 'x-description-ka': ka }: Pick<Schema, 'description' | 'x-description-ka'>,
): Html => prose(lang === 'ka' ? (ka ?? description) : description);

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const joined = (parts: readonly Html[], between: Html): Html =>
  html`${parts.map((part, i) => (i === 0 ? part : html`${between}${part}`))}`;

/** The type of a value in a few words; a named schema as a link to it. */
export function typeOf(schema: Schema, lang: Lang): Html {
  const words = wordsIn(lang);
  const choices = schema.oneOf ?? schema.anyOf;
  if (schema.$ref) {
    return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) {
    return joined(
      schema.enum.map((value) => html`<code>${String(value)}</code>`),
      html` `,
    );
  }
  if (choices) {
    return joined(
      choices.map((choice) => typeOf(choice, lang)),
      html` ${words.or} `,
    );
  }
  if (schema.items)
    return html`${words.listOf} ${typeOf(schema.items, lang)}${bounds(schema, lang)}`;
  if (typeof schema.additionalProperties === 'object') {
    return html`${words.mapOf} ${typeOf(schema.additionalProperties, lang)}`;
  }
  return html`${plainType(schema, lang)}${bounds(schema, lang)}`;
}

function plainType({ type = 'object', format }: Schema, lang: Lang): string {
  const types: Readonly<Record<string, string>> = wordsIn(lang).types;
  return types[format ?? ''] ?? types[type] ?? type;
}

/** How long, how many, how great: as `1–8000 signs`. */
function bounds(schema: Schema, lang: Lang): Html {
  const { letters, entries } = wordsIn(lang);
  const spans = [
    [schema.minLength, schema.maxLength, letters],
    [schema.minItems, schema.maxItems, entries],
    [schema.minimum, schema.maximum, ''],
  ] as const;
  return html`${spans.map(([least, most, unit]) =>
    least === undefined && most === undefined
      ? undefined
      : html` <small>${span(least, most)} ${unit}</small>`,
  )}`;
}

function span(least: number | undefined, most: number | undefined): string {
  if (most === undefined) return `≥ ${least}`;
  return least === undefined ? `≤ ${most}` : `${least}–${most}`;
}

interface Row {
  readonly path: string;
  readonly field: Schema;
  readonly required: boolean;
}

/** The fields of a schema and, below each, those of the objects in it that have no name. */
function rowsOf(schema: Schema, prefix = ''): Row[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const row = { path, field, required: schema.required?.includes(name) ?? false };
    return [row, ...rowsOf(field, `${path}.`)];
  });
  const { items, additionalProperties: others } = schema;
  const stem = prefix.replace(/\.$/, '');
  return [
    ...own,
    ...(items ? rowsOf(items, `${stem}[].`) : []),
    ...(typeof others === 'object' ? rowsOf(others, `${prefix}*.`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => rowsOf(part, prefix)),
  ];
}

/** A schema as a table of its fields, or in a line where it has none. */
export function schemaView(schema: Schema, lang: Lang): Html {
  const words = wordsIn(lang);
  const rows = rowsOf(schema);
  const only = html`<p>${typeOf(schema, lang)} ${schema.pattern && html`<code>${schema.pattern}</code>`}</p>`;
  if (rows.length === 0) return only;
  return html`<table><thead><tr><th scope="col">${words.field}</th><th scope="col">${words.type}</th>
<th scope="col">${words.meaning}</th></tr></thead><tbody>
${rows.map(
  ({ path, field, required }) => html`<tr><th scope="row"><code>${path}</code>${
    required && html` <small class="must">${words.required}</small>`
  }</th><td>${typeOf(field, lang)}${
    field.default !== undefined &&
    html` <small>${words.byDefault}: <code>${JSON.stringify(field.default)}</code></small>`
  }</td><td>${describedIn(lang, field)}</td></tr>
`,
)}</tbody></table>`;
}
