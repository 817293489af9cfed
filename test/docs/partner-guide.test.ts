import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { InboundMessage } from '../../shared/contract/inbound.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import { PAUSES } from '../../shared/domain/webhook/schedule.ts';
import { blocksOf, callsOf, filled } from './guide.ts';

const GUIDES = ['partner-guide.md', 'partner-guide.ka.md'] as const;
const [ENGLISH, GEORGIAN] = GUIDES;
const VALUES = {
  TASK: 'tsk_4n8qwe7zr2mfk9tgc3yh',
  ENDPOINT: 'whe_3nrc7xpj8q2mzt5w9hkd',
  SECRET: 'whsec_Ad/PGICVHDnpkYEdY65aFLaMp+fQFuaNrOJj+dtu29Q=',
  TODAY: '2026-11-24',
  LAST: '118',
  SENT: '118',
  PORT: '8090',
  INDICATORS: '[{ "code": "low-income", "answer": "yes" }]',
};

const calls = blocksOf(ENGLISH, 'sh').flatMap(callsOf);

/** The declared endpoint a path belongs to, if there is one. */
function declared(method: string, path: string): Endpoint | undefined {
  const parts = path.split('/');
  return endpoints.find((one) => {
    const places = one.path.split('/');
    const fits = (place: string, i: number) => {
      const schema = one.params?.[/^\{(\w+)\}$/.exec(place)?.[1] ?? ''];
      return schema ? schema.safeParse(parts[i]).success : place === parts[i];
    };
    return one.method === method && places.length === parts.length && places.every(fits);
  });
}

describe('the partner guide', () => {
  it('makes many calls', () => {
    expect(calls.length).toBeGreaterThan(20);
  });

  it.each(calls.map((call) => [`${call.method} ${call.path}`, call] as const))(
    '%s is an endpoint, called as it is declared',
    (_, { method, path, query, body, line }) => {
      const one = declared(method, filled(path, VALUES));
      expect(one, line).toBeDefined();
      for (const [name, value] of Object.entries(query)) {
        expect(one?.query?.[name]?.safeParse(filled(value, VALUES)).success, name).toBe(true);
      }
      expect(body === undefined, line).toBe(one?.body === undefined);
      if (body !== undefined) {
        const parsed = one?.body?.safeParse(JSON.parse(filled(body, VALUES)));
        expect(parsed?.error?.issues ?? []).toEqual([]);
      }
      expect(/Idempotency-Key/.test(line), line).toBe(one?.idempotent === true);
      expect(/If-Match/.test(line), line).toBe(one?.conditional !== undefined);
    },
  );

  it.each(GUIDES)('shows in %s messages as they are', (file) => {
    const [webhook, inbound, ...others] = blocksOf(file, 'json').map((text) => JSON.parse(text));
    expect(WebhookPayload.safeParse(webhook).success).toBe(true);
    expect(InboundMessage.safeParse(inbound).success).toBe(true);
    expect(others).toEqual([]);
  });

  it('has the same commands in both languages', () => {
    const bare = (file: (typeof GUIDES)[number]) =>
      blocksOf(file, 'sh').map((text) =>
        text.replaceAll(/ +#[^\n]*/g, '').replaceAll(/"description": "[^"]*"/g, ''),
      );
    expect(bare(GEORGIAN)).toEqual(bare(ENGLISH));
    expect(blocksOf(GEORGIAN, 'console')).toEqual(blocksOf(ENGLISH, 'console'));
  });

  it('names the pauses between tries as the schedule has them', () => {
    const said = [5, 60, 300, 900, 3600, 7200, 14_400];
    expect(PAUSES.slice(0, said.length)).toEqual(said);
    expect(new Set(PAUSES.slice(said.length))).toEqual(new Set([43_200]));
    // Fifteen tries have fourteen pauses between them.
    expect(PAUSES.length + 1).toBe(15);
  });
});
