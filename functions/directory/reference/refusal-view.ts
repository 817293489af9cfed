import type { Components, Response } from '../../../shared/contract/openapi/document.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Lang } from '../../../shared/domain/labels.ts';
import { type Html, html, prose } from './html.ts';
import { wordsIn } from './words.ts';

/** Examples of refusals are named by code and language. */
const problemOf = (code: string, { examples }: Components, lang: Lang): Problem[] => {
  const example = examples[`${code}.${lang}`];
  return example ? [example.value as Problem] : [];
};

const codesOf = ({ content = {} }: Response): string[] =>
  Object.values(content)
    .flatMap(({ examples = {} }) => Object.keys(examples))
    .filter((name) => name.endsWith('.en'))
    .map((name) => name.slice(0, -3));

/** The refusals among an operation's answers. */
export function refusalRows(
  refused: readonly (readonly [string, Response])[],
  components: Components,
  lang: Lang,
): Html {
  const codes = refused.flatMap(([, answer]) => codesOf(answer));
  const link = (code: string) => html`<a href="#refusal-${code}"><code>${code}</code></a>`;
  return tableOf(codes, components, lang, link);
}

/** Every refusal of the hub: what the links of all operations lead to. */
export function allRefusals(components: Components, lang: Lang): Html {
  const codes = Object.keys(components.examples)
    .filter((name) => name.endsWith('.en'))
    .map((name) => name.slice(0, -3));
  const anchor = (code: string) => html`<code id="refusal-${code}">${code}</code>`;
  return tableOf(codes, components, lang, anchor);
}

function tableOf(
  codes: readonly string[],
  components: Components,
  lang: Lang,
  nameOf: (code: string) => Html,
): Html {
  const words = wordsIn(lang);
  const rows = codes.flatMap((code) =>
    problemOf(code, components, lang).map(
      ({ status, title, detail }) => html`<tr><td><span class="status">${status}</span></td>
<th scope="row">${nameOf(code)}</th><td>${prose(title)}</td><td>${prose(detail)}</td></tr>
`,
    ),
  );
  return html`<table><thead><tr><th scope="col">${words.status}</th><th scope="col">${words.code}</th>
<th scope="col">${words.what}</th><th scope="col">${words.instead}</th></tr></thead><tbody>
${rows}</tbody></table>`;
}
