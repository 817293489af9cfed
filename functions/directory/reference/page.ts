import { createHash } from 'node:crypto';
import { type OpenApiDocument, operationsOf } from '../../../shared/contract/openapi/document.ts';
import type { Lang } from '../../../shared/domain/labels.ts';
import { eventsView } from './event-view.ts';
import { constant, type Html, html, prose } from './html.ts';
import { operationView, titleOf } from './operation-view.ts';
import { allRefusals } from './refusal-view.ts';
import { describedIn, schemaView } from './schema-view.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { wordsIn } from './words.ts';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing runs or is loaded but the page's own style and script, told by their hashes. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The published document as a page to read: one file, in one language, without any other request. */
export function referencePage(document: OpenApiDocument, lang: Lang): string {
  const words = wordsIn(lang);
  const { info } = document;
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: ${words.reference}</title><style>${constant(style)}</style></head>
<body data-copy="${words.copy}" data-copied="${words.copied}"><div class="page">
${contents(document, lang)}
<main><header><p class="switch" aria-label="${words.language}">${languages(lang)}</p>
<h1>${info.title}</h1><p>${words.reference} · v${info.version} · <a href="openapi.json">${words.download}</a></p>
<p class="lead">${describedIn(lang, info)}</p></header>
${beginning(document, lang)}
${document.tags.map(({ name }) => areaView(document, name, lang))}
${eventsView(document, lang)}
<section id="schemas"><h2>${words.schemas}</h2>
${Object.entries(document.components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<article id="schema-${name}"><h3>${name}</h3>${schemaView(schema, lang)}</article>
`,
)}</section>
<section id="refusals"><h2>${words.allRefusals}</h2>${allRefusals(document.components, lang)}</section>
</main></div><script>${constant(script)}</script></body></html>
`.toString();
}

const languages = (current: Lang): Html[] =>
  (
    [
      ['ka', 'ქართული'],
      ['en', 'English'],
    ] as const
  ).map(
    ([lang, name]) =>
      html`<a lang="${lang}" href="?lang=${lang}"${current === lang && html` aria-current="true"`}>${name}</a> `,
  );

const areaName = (tag: OpenApiDocument['tags'][number], lang: Lang): string =>
  lang === 'ka' ? tag['x-display-name-ka'] : tag['x-display-name'];

const operationsIn = ({ paths }: OpenApiDocument, area: string) =>
  operationsOf(paths).filter(({ operation }) => operation.tags.includes(area));

function contents(document: OpenApiDocument, lang: Lang): Html {
  const words = wordsIn(lang);
  const others = [
    ['webhooks', words.webhooks],
    ['schemas', words.schemas],
    ['refusals', words.allRefusals],
  ] as const;
  return html`<nav aria-label="${words.contents}"><input type="search" aria-label="${words.filter}" placeholder="${words.filter}" hidden>
${document.tags.map(
  (tag) =>
    html`<h2>${areaName(tag, lang)}</h2><ul>${operationsIn(document, tag.name).map(
      ({ path, method, operation }) =>
        html`<li data-find="${`${method} ${path} ${operation.operationId}`.toLowerCase()}"><a href="#${operation.operationId}">${titleOf(operation, lang)}</a></li>`,
    )}</ul>`,
)}
<ul>${others.map(([id, name]) => html`<li data-find="${id}"><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

function beginning({ components }: OpenApiDocument, lang: Lang): Html {
  const words = wordsIn(lang);
  const tokenUrl = components.securitySchemes.signIn?.flows?.clientCredentials.tokenUrl ?? '';
  return html`<section id="start"><h2>${words.start}</h2>
<p>${words.token}</p><pre><code>curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials ${tokenUrl}</code></pre>
<p>${words.firstCall}</p><pre><code>curl -H "Authorization: Bearer $TOKEN" -H "Accept-Language: ${lang}" "$HUB/v1/tasks"</code></pre>
<ol>${words.rules.map((rule) => html`<li>${prose(rule)}</li>`)}</ol></section>`;
}

function areaView(document: OpenApiDocument, area: string, lang: Lang): Html {
  const { components, tags } = document;
  return html`${tags
    .filter(({ name }) => name === area)
    .map(
      (tag) =>
        html`<section id="area-${area}"><h2>${areaName(tag, lang)}</h2><p>${describedIn(lang, tag)}</p>`,
    )}
${operationsIn(document, area).map((shown) => operationView(shown, { components, lang }))}</section>`;
}
