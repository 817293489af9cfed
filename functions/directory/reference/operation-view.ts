import type {
  Components,
  Content,
  Example,
  Method,
  Operation,
  Parameter,
  Ref,
  Response,
} from '../../../shared/contract/openapi/document.ts';
import type { Lang } from '../../../shared/domain/labels.ts';
import { type Html, html } from './html.ts';
import { refusalRows } from './refusal-view.ts';
import { describedIn, schemaView, typeOf } from './schema-view.ts';
import { wordsIn } from './words.ts';

interface Shown {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}
interface In {
  readonly components: Components;
  readonly lang: Lang;
}

/** In English the summary, in Georgian the description. */
export const titleOf = ({ summary, description }: Operation, lang: Lang): string =>
  lang === 'ka' ? description : summary;

/** One operation, whole: what it takes, answers and refuses. */
export function operationView({ path, method, operation }: Shown, { components, lang }: In): Html {
  const words = wordsIn(lang);
  const { operationId, requestBody, responses } = operation;
  const isRefusal = ([status]: [string, Response]) => !status.startsWith('2');
  const refused = Object.entries(responses).filter(isRefusal);
  const answered = Object.entries(responses).filter((each) => !isRefusal(each));
  return html`<article id="${operationId}">
<h3>${titleOf(operation, lang)}</h3>
<p class="call"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code>
<a class="anchor" href="#${operationId}">${operationId}</a>
${operation.security.length === 0 && html`<small>${words.open}</small>`}</p>
${parametersView(operation, { components, lang })}
${requestBody && html`<h4>${words.body}</h4>${contentView(requestBody.content, lang)}`}
${answered.map(([status, answer]) => answerView(status, answer, { components, lang }))}
<details><summary>${words.refusals}</summary>${refusalRows(refused, components, lang)}</details>
</article>
`;
}

const isRef = (parameter: Parameter | Ref): parameter is Ref => '$ref' in parameter;

/** A parameter, or the one that a reference names. */
const resolved = (parameter: Parameter | Ref, { parameters }: Components): Parameter[] => {
  const found = isRef(parameter) ? parameters[nameIn(parameter)] : parameter;
  return found ? [found] : [];
};
const nameIn = ({ $ref }: Ref): string => $ref.slice($ref.lastIndexOf('/') + 1);

function parametersView({ parameters = [] }: Operation, { components, lang }: In): Html {
  const words = wordsIn(lang);
  const shown = parameters.flatMap((parameter) => resolved(parameter, components));
  return html`<h4>${words.parameters}</h4>
<table><thead><tr><th scope="col">${words.field}</th><th scope="col">${words.place}</th>
<th scope="col">${words.type}</th><th scope="col">${words.meaning}</th></tr></thead><tbody>
${shown.map(
  (parameter) => html`<tr><th scope="row"><code>${parameter.name}</code>${
    parameter.required && html` <small class="must">${words.required}</small>`
  }</th><td>${words.in[parameter.in]}</td><td>${typeOf(parameter.schema, lang)}${
    parameter.schema.default !== undefined &&
    html` <small>${words.byDefault}: <code>${String(parameter.schema.default)}</code></small>`
  }</td><td>${describedIn(lang, parameter)}${
    parameter.example !== undefined && html` <code>${String(parameter.example)}</code>`
  }</td></tr>
`,
)}</tbody></table>`;
}

/** Schema and examples of a body. */
export function contentView(content: Content, lang: Lang): Html {
  return html`${Object.entries(content).map(
    ([media, { schema, examples = {} }]) => html`<p><code>${media}</code></p>
${schemaView(schema, lang)}
${Object.values(examples).map((example) => 'value' in example && exampleView(example, lang))}`,
  )}`;
}

function exampleView(example: Example, lang: Lang): Html {
  const title = lang === 'ka' ? (example['x-summary-ka'] ?? example.summary) : example.summary;
  return html`<details class="example"><summary>${wordsIn(lang).example}${title && `: ${title}`}</summary>
<pre><code>${JSON.stringify(example.value, undefined, 2)}</code></pre></details>`;
}

function answerView(status: string, { headers = {}, content }: Response, shown: In): Html {
  const { components, lang } = shown;
  const words = wordsIn(lang);
  const sent = Object.entries(headers).map(([name, ref]) => {
    const header = components.headers[nameIn(ref)];
    return header && html`<li><code>${name}</code>: ${describedIn(lang, header)}</li>`;
  });
  return html`<h4>${words.answers} <span class="status">${status}</span></h4>
${sent.length > 0 && html`<ul>${sent}</ul>`}
${content ? contentView(content, lang) : html`<p>${words.none}</p>`}`;
}
