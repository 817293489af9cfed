import { createHash } from 'node:crypto';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { docs } from '../../../functions/directory/docs.ts';
import { signedInAt } from '../../../functions/directory/document.ts';
import { openApi } from '../../../functions/directory/open-api.ts';
import { publication } from '../../../functions/directory/publication.ts';
import { html, prose } from '../../../functions/directory/reference/html.ts';
import { docs as contract } from '../../../shared/contract/directory.ts';
import { endpoints } from '../../../shared/contract/index.ts';
import { openApiDocument } from '../../../shared/contract/openapi.ts';
import { eventTypes } from '../../../shared/domain/journal/event.ts';
import { refusals } from '../../../shared/domain/refusal-codes.ts';
import { http, open } from '../../../shared/platform/http.ts';

const HERE = {
  authorizationUrl: 'https://sign-in.example/authorize',
  tokenUrl: 'https://sign-in.example/token',
};
const UNKNOWN = 'https://sign-in.invalid/';
/** As the handler does it: made when the code is bundled, told later where one signs in. */
const document = signedInAt(
  openApiDocument({ authorizationUrl: UNKNOWN, tokenUrl: UNKNOWN }),
  HERE,
);
const published = publication(() => document);

it('the document that was made beforehand is the one made on the spot', () => {
  expect(document).toEqual(openApiDocument(HERE));
});
const call = { path: {}, body: undefined };

const page = async (lang: 'ka' | 'en', chosen?: 'ka' | 'en') => {
  const answer = await docs(published)({ ...call, lang, query: { lang: chosen } });
  return { ...answer, text: String(answer.body) };
};

describe.each(['ka', 'en'] as const)('the page in %s', (lang) => {
  it('has every operation with its words', async () => {
    const { text } = await page(lang);
    const missing = endpoints.filter(
      ({ operation, summary, path }) =>
        !text.includes(`<article id="${operation}">`) ||
        !text.includes(html`${summary[lang]}`.toString()) ||
        !text.includes(html`<code>${path}</code>`.toString()),
    );
    expect(missing.map(({ operation }) => operation)).toEqual([]);
  });

  it('has every refusal with what to do instead, and every event', async () => {
    const { text } = await page(lang);
    const refused = Object.entries(refusals).filter(
      ([code, { instead }]) =>
        !text.includes(`id="refusal-${code}"`) || !text.includes(prose(instead[lang]).toString()),
    );
    expect(refused.map(([code]) => code)).toEqual([]);
    const events = Object.values(eventTypes).filter(
      (words) => !text.includes(html`<td>${words[lang]}</td>`.toString()),
    );
    expect(events).toEqual([]);
  });

  it('says which language it is in', async () => {
    const { text } = await page(lang);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toMatch(new RegExp(`href="\\?lang=${lang}" aria-current="true"`));
  });

  it('loads nothing and leads nowhere else', async () => {
    const { text } = await page(lang);
    const addresses = [...text.matchAll(/\s(?:src|href|action|srcset|data)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(100);
    const elsewhere = addresses.filter(
      (address) => !/^(#|\?lang=(ka|en)$|(openapi|asyncapi)\.json$)/.test(address),
    );
    expect(elsewhere).toEqual([]);
    expect(text).not.toMatch(/@import|url\(|<(link|img|iframe|object|form)\b/);
  });

  it('leads only to places that it has, each of them once', async () => {
    const { text } = await page(lang);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(places.filter((place) => !ids.includes(place))).toEqual([]);
  });

  it('runs its own script and style only, and no inline handler', async () => {
    const { text, headers } = await page(lang);
    const policy = headers?.['Content-Security-Policy'] ?? '';
    const hashOf = (element: string) => {
      const [, own = ''] = text.match(new RegExp(`<${element}>(.*?)</${element}>`, 's')) ?? [];
      return `'sha256-${createHash('sha256').update(own).digest('base64')}'`;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hashOf('style')}`);
    expect(policy).toContain(`script-src ${hashOf('script')}`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/<[a-z][^>]*\s(?:on\w+|style)=/);
  });
});

describe('the language', () => {
  it('chosen on the page outranks that of the browser', async () => {
    expect((await page('ka', 'en')).text).toContain('<html lang="en">');
  });
});

describe('through the door', () => {
  it('comes with its own policy beside the headers that every answer has', async () => {
    const nobody = async () => {
      throw new Error('a public page asks for nobody');
    };
    const door = { tokens: nobody, principals: { fresh: nobody, recent: nobody } };
    const handler = http(door, [open(contract, docs(published))]);
    const event = { httpMethod: 'GET', resource: '/docs', headers: { 'Accept-Language': 'en' } };
    const { statusCode, headers, body } = await handler(
      { ...event, requestContext: { requestId: 'a' } } as unknown as APIGatewayProxyEvent,
      {} as Context,
    );
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
      'X-Content-Type-Options': 'nosniff',
    });
    expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
  });
});

describe('the document', () => {
  it('is the text of JSON', async () => {
    const { body, contentType } = await openApi(published)({ ...call, lang: 'ka', query: {} });
    expect(contentType).toMatch(/^application\/json/);
    expect(JSON.parse(String(body))).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });
});

describe('markup', () => {
  it('escapes every value that it did not make', () => {
    const sign = `<script>alert("'&")</script>`;
    expect(html`<p title="${sign}">${[sign]}</p>`.toString()).toBe(
      '<p title="&lt;script&gt;alert(&quot;&#39;&amp;&quot;)&lt;/script&gt;">' +
        '&lt;script&gt;alert(&quot;&#39;&amp;&quot;)&lt;/script&gt;</p>',
    );
    expect(prose('see `<b>`').toString()).toBe('see <code>&lt;b&gt;</code>');
  });
});
