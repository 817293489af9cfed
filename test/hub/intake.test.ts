import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getReferral, submitReferral } from '../../shared/contract/referrals.ts';
import { referralIdOf } from '../../shared/domain/ids.ts';
import { early, type Violence, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // Nobody but the caller writes, so that what a call left behind can be counted.
  for (const name of ['relay-journal', 'fire-clocks']) world.hub.pause(name);
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const stored = async () => (await world.table.kept()).length;
const yesterday = () => new Date(world.hub.clock.now() - 86_400_000).toISOString();

describe('a referral', () => {
  it('needs one sentence, a place and a number; the answer is a receipt', async () => {
    const { status, body, location } = await world.as(SCHOOL)(submitReferral, {
      body: violence(),
    });
    expect(status).toBe(201);
    expect(body.receiptNumber).toMatch(/^ER-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(referralIdOf(body.receiptNumber)).toBe(body.id);
    expect(location).toBe(`/v1/referrals/${body.id}`);
    expect(body.links).toEqual({
      self: location,
      routing: `${location}/routing`,
      clocks: `${location}/clocks`,
      timeline: `${location}/timeline`,
      additions: `${location}/additions`,
      questions: `${location}/questions`,
    });
    expect(Date.parse(body.submittedAt)).toBeLessThanOrEqual(world.hub.clock.now());
  });

  it('keeps every field in every script as it was written', async () => {
    const body = everything();
    const sent = await world.as(SCHOOL)(submitReferral, { body });
    const { body: kept } = await world.as(SCHOOL)(getReferral, {
      path: { referralId: sent.body.id },
    });
    const { child, reporter, onBehalfOf, narrative, narrativeLanguage, ...rest } = body;
    const { municipality, whereabouts, needs, ...identity } = child;
    expect(kept.details).toEqual({
      identity,
      contact: { safeContact: rest.safeContact },
      whereabouts: { municipality, whereabouts },
      concern: {
        forms: rest.forms,
        immediateDanger: rest.immediateDanger,
        lastIncidentAt: rest.lastIncidentAt,
        allegedPerpetrators: rest.allegedPerpetrators,
        toldBefore: rest.toldBefore,
      },
      narrative: { narrative, narrativeLanguage },
      'childs-own-words': { childsOwnWords: rest.childsOwnWords },
      reporter: { reporter, onBehalfOf },
      medical: { injuryVisible: rest.injuryVisible, selfHarmRisk: rest.selfHarmRisk, needs },
      family: { relatedChildren: rest.relatedChildren },
    });
  });

  it('is trimmed and composed: the same letter is the same text', async () => {
    const sent = await world.as(SCHOOL)(submitReferral, {
      body: violence({ narrative: '  Caf\u0065\u0301 \n' }),
    });
    const { body } = await world.as(SCHOOL)(getReferral, { path: { referralId: sent.body.id } });
    expect(body.details.narrative?.narrative).toBe('Caf\u00e9');
  });

  it('may be an early identification with every answer kept', async () => {
    const body = early(
      { 'low-income': 'yes', isolated: 'not-known' },
      { narrative: 'ოჯახს დახმარება სჭირდება' },
    );
    const officer = world.as('resource-centre-zestaponi');
    const sent = await officer(submitReferral, { body });
    expect(sent.body.nextSteps.map(({ code }) => code)).toEqual([
      'early-person-answers',
      'early-stay-in-touch',
      'early-danger-changes',
      'keep-receipt',
    ]);
    const { body: kept } = await officer(getReferral, { path: { referralId: sent.body.id } });
    expect(kept.kind).toBe('early-identification');
    expect(kept.details.concern?.indicators).toEqual(body.indicators);
    expect(kept.details.concern).toMatchObject({
      instrument: body.instrument,
      worry: body.worry,
      consent: body.consent,
    });
  });
});

describe('what to do until somebody comes', () => {
  const stepsIn = async (lang: 'ka' | 'en', body: Violence) =>
    (await world.as(SCHOOL, lang)(submitReferral, { body })).body.nextSteps;

  it('is told in the language asked for, with the same codes', async () => {
    const [ka, en] = [await stepsIn('ka', violence()), await stepsIn('en', violence())];
    expect(ka.map(({ code }) => code)).toEqual(en.map(({ code }) => code));
    for (const { label } of ka) expect(label).toMatch(/[ა-ჰ]/);
    for (const { label } of en) expect(label).not.toMatch(/[ა-ჰ]/);
    expect(en.map(({ code }) => code)).toEqual([
      'call-112',
      'do-not-question-child',
      'do-not-call-parents',
      'do-not-confront',
      'keep-child-with-you',
      'call-111',
      'call-116006',
      'keep-receipt',
      'you-will-hear',
    ]);
    const said = en.map(({ label }) => label).join(' ');
    for (const number of ['112', '111', '116 006']) expect(said).toContain(number);
  });

  it('names the hour until which the child stays, by the clock on the wall in Georgia', async () => {
    const body = violence({
      immediateDanger: 'no',
      child: {
        municipality: 'zestaponi',
        whereabouts: { childNow: { where: 'school', until: '2031-05-06T14:30:00Z' } },
      },
    });
    const [en, ka] = [await stepsIn('en', body), await stepsIn('ka', body)];
    const stay = (steps: typeof en) => steps.find(({ code }) => code === 'keep-child-until');
    expect(stay(en)?.label).toContain('18:30 (2031-05-06)');
    expect(stay(ka)?.label).toContain('18:30 (2031-05-06)');
    expect(en.map(({ code }) => code)).not.toContain('call-112');
  });
});

describe('a repeated call', () => {
  it('gets the first answer, and makes nothing', async () => {
    const call = { body: violence(), idempotencyKey: 'a-key-for-a-repetition' };
    const first = await world.as(SCHOOL)(submitReferral, call);
    const before = await stored();
    expect(await world.as(SCHOOL)(submitReferral, call)).toEqual(first);
    expect(await stored()).toBe(before);
  });

  it('makes one referral however many arrive at the same time', async () => {
    const referrals = async () => (await world.table.all('referral')).length;
    const before = await referrals();
    const call = { body: violence(), idempotencyKey: 'twenty-at-the-same-time' };
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => world.as(SCHOOL)(submitReferral, call)),
    );
    const told = answers.filter(({ status }) => status === 'fulfilled');
    // Whoever is told to wait is told so, and nothing else.
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ status: 409 });
    }
    const last = await world.as(SCHOOL)(submitReferral, call);
    expect(told.length).toBeGreaterThan(0);
    for (const answer of told) expect(answer).toMatchObject({ value: { body: last.body } });
    expect((await referrals()) - before).toBe(1);
  });

  it('is refused when the content is another one', async () => {
    const idempotencyKey = 'one-key-two-contents';
    await world.as(SCHOOL)(submitReferral, { body: violence(), idempotencyKey });
    const before = await stored();
    const other = { body: violence({ narrative: 'სხვა ამბავი' }), idempotencyKey };
    expect(await refusal(world.as(SCHOOL)(submitReferral, other))).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect(await stored()).toBe(before);
  });

  it('belongs to its sender: the same key of another one is another call', async () => {
    const call = { body: violence(), idempotencyKey: 'a-key-two-schools-drew' };
    const [one, other] = [
      await world.as(SCHOOL)(submitReferral, call),
      await world.as('school-baghdati')(submitReferral, call),
    ];
    expect(other.body.id).not.toBe(one.body.id);
  });

  it.each([undefined, '"short"', 'no-quotes-around-it', '"ქართული გასაღები"', '""'])(
    'needs a key in quotes: not %s',
    async (key) => {
      const before = await stored();
      const headers: Record<string, string> =
        key === undefined ? {} : { 'idempotency-key': encodeURI(key) };
      const body = JSON.stringify(violence());
      const answer = await world.raw(SCHOOL, 'POST', '/v1/referrals', { headers, body });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).type).toBe(
        'https://ertad.ge/problems/idempotency-key-missing',
      );
      expect(await stored()).toBe(before);
    },
  );
});

describe('what cannot be taken', () => {
  const MARK = 'ZQXJ-საიდუმლო-7731';
  const base = violence({ narrative: MARK });
  const child = (changes: object) => ({ ...base, child: { ...base.child, ...changes } });
  const long = (length: number) => MARK.padEnd(length, 'ა');

  /** What is sent, the code of the answer, and each field at fault with what is wrong with it. */
  const WRONG: readonly [
    string,
    unknown,
    number,
    string,
    readonly (readonly [string, string])[],
  ][] = [
    [
      'an unknown kind',
      { ...base, kind: 'gossip' },
      400,
      'body-invalid',
      [['/kind', 'invalid-union']],
    ],
    ['a list', [base], 400, 'body-invalid', [['', 'invalid-type']]],
    [
      'nothing said',
      { ...base, narrative: '  ' },
      400,
      'body-invalid',
      [['/narrative', 'too-small']],
    ],
    [
      'no narrative',
      { ...base, narrative: undefined },
      400,
      'body-invalid',
      [['/narrative', 'missing']],
    ],
    [
      'a number for words',
      { ...base, narrative: 7 },
      400,
      'body-invalid',
      [['/narrative', 'invalid-type']],
    ],
    [
      'too many words',
      { ...base, narrative: long(8001) },
      400,
      'body-invalid',
      [['/narrative', 'too-big']],
    ],
    [
      'hidden signs',
      { ...base, narrative: `${MARK}\u202e` },
      400,
      'body-invalid',
      [['/narrative', 'hidden-characters']],
    ],
    [
      'an unknown key',
      { ...base, legalBasis: MARK },
      400,
      'body-invalid',
      [['/legalBasis', 'unknown-key']],
    ],
    [
      'an unknown key of the child',
      child({ faith: MARK }),
      400,
      'body-invalid',
      [['/child/faith', 'unknown-key']],
    ],
    [
      'ten digits',
      child({ personalNumber: '6100109876' }),
      400,
      'body-invalid',
      [['/child/personalNumber', 'malformed']],
    ],
    [
      'twelve digits',
      child({ personalNumber: '610010987654' }),
      400,
      'body-invalid',
      [['/child/personalNumber', 'malformed']],
    ],
    [
      'digits of another script',
      child({ personalNumber: '٦١٠٠١٠٩٨٧٦٥' }),
      400,
      'body-invalid',
      [['/child/personalNumber', 'malformed']],
    ],
    [
      'a day that was never',
      child({ birthDate: '2015-02-30' }),
      400,
      'body-invalid',
      [['/child/birthDate', 'not-a-date']],
    ],
    [
      'a date in another form',
      child({ birthDate: '12.03.2015' }),
      400,
      'body-invalid',
      [['/child/birthDate', 'not-a-date']],
    ],
    [
      'a birth to come',
      child({ birthDate: '2090-01-01' }),
      400,
      'in-the-future',
      [['/child/birthDate', 'in-the-future']],
    ],
    [
      'half a year of age',
      child({ ageYears: 7.5 }),
      400,
      'body-invalid',
      [['/child/ageYears', 'invalid-type']],
    ],
    [
      'a name of two lines',
      child({ givenName: `${MARK}\nx` }),
      400,
      'body-invalid',
      [['/child/givenName', 'malformed']],
    ],
    [
      'a name too long',
      child({ givenName: long(101) }),
      400,
      'body-invalid',
      [['/child/givenName', 'too-big']],
    ],
    [
      'a telephone that is none',
      { ...base, reporter: { mode: 'named', phone: MARK } },
      400,
      'body-invalid',
      [['/reporter/phone', 'malformed']],
    ],
    [
      'nobody to call back',
      { ...base, reporter: { mode: 'named' } },
      400,
      'call-back-missing',
      [['/reporter/phone', 'call-back-missing']],
    ],
    [
      'nowhere',
      child({ municipality: 'unknown' }),
      400,
      'place-unknown',
      [['/child/whereabouts', 'place-unknown']],
    ],
    [
      'a place not in Georgia',
      child({ municipality: 'atlantis' }),
      400,
      'unknown-municipality',
      [['/child/municipality', 'unknown-municipality']],
    ],
    [
      'an unknown form',
      { ...base, forms: ['physical', 'gossip'] },
      400,
      'unknown-code',
      [['/forms/1', 'unknown-code']],
    ],
    [
      'a list too long',
      { ...base, toldBefore: Array(21).fill(MARK) },
      400,
      'body-invalid',
      [['/toldBefore', 'too-big']],
    ],
    [
      'an incident to come',
      { ...base, lastIncidentAt: { at: '2090-01-01', precision: 'day' } },
      400,
      'in-the-future',
      [['/lastIncidentAt/at', 'in-the-future']],
    ],
    [
      'an unknown agency',
      { ...base, onBehalfOf: { agency: 'nobody', mayBeTold: true } },
      400,
      'unknown-agency',
      [['/onBehalfOf/agency', 'unknown-agency']],
    ],
    [
      'an old form',
      early({}, { instrument: { id: 'early-identification', version: '1999.1' } }),
      400,
      'unknown-instrument',
      [['/instrument', 'unknown-instrument']],
    ],
    [
      'no consent and no reason',
      { ...early(), consent: undefined },
      400,
      'body-invalid',
      [['/consent', 'missing']],
    ],
    [
      'worry beyond the scale',
      { ...early(), worry: 4 },
      400,
      'body-invalid',
      [['/worry', 'too-big']],
    ],
    [
      'two fields at fault',
      { ...child({ ageYears: -1 }), immediateDanger: MARK },
      400,
      'body-invalid',
      [
        ['/child/ageYears', 'too-small'],
        ['/immediateDanger', 'invalid-value'],
      ],
    ],
    ['an adult by age', child({ ageYears: 18 }), 422, 'adult', []],
    ['an adult by birth date', child({ birthDate: '1990-01-01' }), 422, 'adult', []],
  ];

  it.each(WRONG)(
    'refuses %s, by name, and keeps nothing',
    async (_, body, status, code, errors) => {
      const before = await stored();
      const answer = await world.raw(SCHOOL, 'POST', '/v1/referrals', {
        headers: { 'idempotency-key': '"a-key-of-a-bad-call"' },
        body: JSON.stringify(body),
      });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const problem = JSON.parse(answer.text);
      expect({ status: answer.status, type: problem.type }).toEqual({
        status,
        type: `https://ertad.ge/problems/${code}`,
      });
      const found = (problem.errors ?? []).map((one: Record<string, string>) => [
        one.pointer,
        one.code,
      ]);
      expect(found).toEqual(expect.arrayContaining([...errors]));
      const pointers = (of: typeof errors) => [...new Set(of.map(([pointer]) => pointer))];
      expect(pointers(found).toSorted()).toEqual(pointers(errors).toSorted());
      expect(problem.title).not.toBe('');
      expect(problem.detail).not.toBe('');
      expect(answer.text).not.toContain(MARK);
      expect(await stored()).toBe(before);
    },
  );

  it.each([
    ['broken', '{"kind": "violence", "narrative": "ZQXJ'],
    ['absent', ''],
    ['not text', '\u0000\u0001'],
  ])('refuses JSON that is %s', async (_, body) => {
    const before = await stored();
    const answer = await world.raw(SCHOOL, 'POST', '/v1/referrals', {
      headers: { 'idempotency-key': '"a-key-of-a-bad-call"' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).type).toBe('https://ertad.ge/problems/json-broken');
    expect(answer.text).not.toContain('ZQXJ');
    expect(await stored()).toBe(before);
  });

  it('refuses a body above the bound', async () => {
    const answer = await world.raw(SCHOOL, 'POST', '/v1/referrals', {
      headers: { 'idempotency-key': '"a-key-of-a-bad-call"' },
      body: JSON.stringify({ ...base, filler: 'x'.repeat(70_000) }),
    });
    expect(answer.status).toBe(413);
  });

  it('tells an adult who helps, in both languages', async () => {
    const call = (lang: 'ka' | 'en') =>
      refusal(
        world.as(SCHOOL, lang)(submitReferral, { body: child({ ageYears: 30 }) as Violence }),
      );
    const [ka, en] = [await call('ka'), await call('en')];
    expect(ka.problem.detail).toMatch(/116 006.*112/);
    expect(ka.problem.title).toMatch(/[ა-ჰ]/);
    expect(en.problem.detail).toMatch(/116 006.*112/);
  });
});

/** A referral with every field there is, in the scripts of the country. */
function everything() {
  return {
    kind: 'violence',
    narrative: 'Աղջիկը վախենում է գնալ տուն։ Ребёнок пришёл с синяками. Uşaq ağlayırdı.',
    narrativeLanguage: 'hy',
    child: {
      givenName: 'Գայանե',
      familyName: 'Əliyeva-მაისურაძე',
      personalNumber: '61001098765',
      birthDate: '2015-03-12',
      ageYears: 11,
      sex: 'female',
      languages: ['hy', 'az', 'ka'],
      needs: ['sgn-GE', 'wheelchair'],
      municipality: 'zestaponi',
      whereabouts: {
        address: 'ზესტაფონი, აღმაშენებლის 5',
        school: 'ზესტაფონის №2 საჯარო სკოლა',
        childNow: { where: 'სკოლის ბიბლიოთეკა', until: '2031-05-06T14:30:00Z' },
        municipality: 'kutaisi',
      },
      identity: { known: 'known', description: 'Светлая коса, красная куртка' },
    },
    relatedChildren: [
      {
        givenName: 'Ləman',
        familyName: 'Əliyeva',
        personalNumber: '61001098766',
        birthDate: '2018-09-01',
        ageYears: 8,
        role: 'at-home',
      },
      { givenName: 'Арам', ageYears: 13, role: 'witness' },
    ],
    reporter: { mode: 'named', name: 'ნინო', role: 'მასწავლებელი', phone: '+995 555 123456' },
    onBehalfOf: { agency: 'kindergarten-zestaponi', mayBeTold: true },
    channel: 'form',
    safeContact: {
      person: 'ბებია',
      phone: '599 123 456',
      language: 'ka',
      when: 'დილით',
      never: 'საღამოს, როცა მამა სახლშია',
    },
    forms: ['physical', 'sexual'],
    immediateDanger: 'unsure',
    lastIncidentAt: { at: yesterday().slice(0, 10), precision: 'day' },
    allegedPerpetrators: [
      {
        relation: 'father',
        name: 'Гиорги',
        livesWithChild: 'yes',
        isGuardian: 'yes',
        employer: 'ngo',
        under18: 'no',
        dangerToVisitors: 'unknown',
      },
    ],
    childsOwnWords: '«არ მინდა სახლში»',
    injuryVisible: 'yes',
    selfHarmRisk: 'no',
    toldBefore: ['დამრიგებელი', 'Школьный врач'],
  } as const satisfies Violence;
}
