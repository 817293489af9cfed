import { type OpenApiDocument, operationsOf } from '../../../shared/contract/openapi/document.ts';
import type { Lang } from '../../../shared/domain/labels.ts';
import { type Html, html, prose } from './html.ts';
import { contentView, titleOf } from './operation-view.ts';
import { typeOf } from './schema-view.ts';
import { wordsIn } from './words.ts';

/** The catalogue of events: one as it is sent, whole, then each with the schema of what it says. */
export function eventsView({ webhooks }: OpenApiDocument, lang: Lang): Html {
  const words = wordsIn(lang);
  const events = operationsOf(webhooks);
  const sent = events.find(({ path }) => path === 'task.requested')?.operation.requestBody?.content;
  return html`<section id="webhooks"><h2>${words.webhooks}</h2><p>${prose(words.webhooksAbout)}</p>
<p><a href="asyncapi.json">${words.asyncApi}</a></p>
${sent && contentView(sent, lang)}
<table><thead><tr><th scope="col">${words.event}</th><th scope="col">${words.meaning}</th><th scope="col"><code>data</code></th></tr></thead><tbody>
${events.map(({ path, operation }) => {
  const { properties } = operation.requestBody?.content['application/json']?.schema ?? {};
  return html`<tr id="${operation.operationId}"><th scope="row"><code>${path}</code></th><td>${titleOf(operation, lang)}</td><td>${
    properties?.data && typeOf(properties.data, lang)
  }${operation['x-sent-only'] && html` <small>${words.sentOnly}</small>`}</td></tr>
`;
})}</tbody></table></section>`;
}
