import { describe, expect, it } from 'vitest';
import { Problem } from '../../shared/contract/problem.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { refusals } from '../../shared/domain/refusal-codes.ts';
import type { RefusalCode } from '../../shared/domain/refusal-kinds.ts';
import { languageOf } from '../../shared/platform/language.ts';
import { problem } from '../../shared/platform/problem.ts';

const codes = Object.keys(refusals) as RefusalCode[];
const GEORGIAN = /[ა-ჰ]/;

describe('a problem document', () => {
  it.each(codes)('of %s says what and what instead, in both languages', (code) => {
    const [ka, en] = (['ka', 'en'] as const).map(
      (lang) => problem(new Refusal(code), lang, 'r1').body,
    );
    expect(Problem.parse(ka)).toEqual(ka);
    expect(`${ka?.title}`).toMatch(GEORGIAN);
    expect(`${ka?.detail}`).toMatch(GEORGIAN);
    expect(`${en?.title}${en?.detail}`).not.toMatch(GEORGIAN);
    expect(en).toMatchObject({
      type: `https://ertad.ge/problems/${code}`,
      instance: 'urn:ertad:request:r1',
    });
  });

  it.each<[RefusalCode, number]>([
    ['body-invalid', 400],
    ['not-signed-in', 401],
    ['not-found', 404],
    ['still-running', 409],
    ['changed-meanwhile', 412],
    ['body-too-large', 413],
    ['idempotency-key-reused', 422],
    ['adult', 422],
    ['if-match-absent', 428],
  ])('of %s has the status %i', (code, status) => {
    expect(problem(new Refusal(code), 'ka', 'r')).toMatchObject({ status, body: { status } });
  });

  it('names each field at fault', () => {
    const hindrances = [{ pointer: '/child/a~1b', code: 'missing' }];
    expect(problem(new Refusal('body-invalid', hindrances), 'en', 'r').body.errors).toEqual(
      hindrances,
    );
  });

  it('of a fault says nothing of what went wrong', () => {
    for (const thrown of [
      new Error('Nino Beridze, ref_1'),
      new TypeError('x'),
      'Secret',
      undefined,
      null,
    ]) {
      const { status, body } = problem(thrown, 'en', 'r');
      expect(status).toBe(500);
      expect(Object.keys(body).toSorted()).toEqual([
        'detail',
        'instance',
        'status',
        'title',
        'type',
      ]);
      expect(JSON.stringify(body)).not.toMatch(/Nino|ref_1|Secret/);
    }
  });

  it('tells an adult where help is, and everybody in danger to call 112', () => {
    expect(problem(new Refusal('adult'), 'ka', 'r').body.detail).toMatch(/116 006.*112/);
    expect(problem(new Error('x'), 'ka', 'r').body.detail).toContain('112');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'ka'],
    ['', 'ka'],
    ['ka', 'ka'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['ka-GE', 'ka'],
    ['en, ka', 'en'],
    ['ka;q=0.5, en;q=0.9', 'en'],
    ['en;q=0.1, ka', 'ka'],
    ['fr, en;q=0.8, ka;q=0.7', 'en'],
    ['fr, de', 'ka'],
    ['*', 'ka'],
    ['en;q=0', 'ka'],
    ['en;q=0, ka;q=0', 'ka'],
    ['en; q=0.4 , ka ; q=0.3', 'en'],
    ['en;q=lots', 'ka'],
    [';;;,,,q=1', 'ka'],
  ])('asked for as %j is %s', (header, lang) => {
    expect(languageOf(header)).toBe(lang);
  });
});
