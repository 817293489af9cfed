import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/routing/decide.ts';
import type { RoutingFacts } from '../../../shared/domain/routing/rule.ts';
import {
  agency,
  anEarlySubmission,
  answers,
  aViolenceSubmission,
  georgiaAt,
  instrument,
  NATIONAL,
  NOW,
  SCHOOL,
} from '../../build.ts';
import { routed } from '../../memory.ts';
import { anyAgency, anyInstant, anySubmission, anyViolence } from '../../submissions.ts';

type Sent = Parameters<typeof aViolenceSubmission>[0];

const agenciesFor = (sent: Sent) =>
  routed(aViolenceSubmission(sent)).assignments.map(({ agency: to, kind, urgency }) =>
    [kind, to, urgency].join(' '),
  );
const earlyFor = (yes: readonly string[], unknown: readonly string[] = []) =>
  routed(anEarlySubmission({ indicators: answers(yes, unknown) })).assignments;

describe('a story from a school in Zestaponi', () => {
  const story = {
    narrative: 'მოსწავლეს სხეულზე სილურჯე აქვს; მამინაცვლის ეშინია.',
    immediateDanger: 'no' as const,
    forms: ['physical'],
    injuryVisible: 'yes' as const,
    allegedPerpetrators: [{ relation: 'step-parent', livesWithChild: 'yes' as const }],
    child: {
      municipality: 'ზესტაფონი',
      whereabouts: { childNow: { where: 'სკოლა', until: '2026-11-20T14:10:00Z' } },
    },
  };

  it('reaches guardianship unit, police, duty clinic and psychologist of its own region', () => {
    expect(agenciesFor(story).toSorted()).toEqual(
      [
        'assess-safety agency-imereti urgent',
        'register-report police-imereti high',
        'provide-health-care clinic-kutaisi urgent',
        'offer-psychological-support agency-imereti routine',
      ].toSorted(),
    );
  });

  it('is led by one unit, and everyone is told why', () => {
    const { assignments } = routed(aViolenceSubmission(story));
    expect(assignments.filter(({ role }) => role === 'lead')).toMatchObject([
      { agency: 'agency-imereti', kind: 'assess-safety' },
    ]);
    for (const { why, rule } of assignments) {
      expect([why.ka, why.en, rule].every((words) => words.length > 0)).toBe(true);
    }
  });
});

describe('who gets what', () => {
  it.each(['yes', 'unsure'] as const)('danger %s: lead, police and clinic at once', (danger) => {
    expect(agenciesFor({ immediateDanger: danger })).toEqual(
      expect.arrayContaining([
        'assess-safety agency-imereti urgent',
        'register-report police-imereti urgent',
        'provide-health-care clinic-kutaisi urgent',
      ]),
    );
  });

  it.each([
    ['71 hours ago', '2026-11-17T14:40:00Z', 'minute', 'urgent'],
    ['exactly 72 hours ago', '2026-11-17T13:40:00Z', 'minute', 'urgent'],
    ['73 hours ago', '2026-11-17T12:40:00Z', 'minute', 'urgent'],
    ['exactly 120 hours ago', '2026-11-15T13:40:00Z', 'minute', 'urgent'],
    ['121 hours ago', '2026-11-15T12:40:00Z', 'minute', 'high'],
    ['on a day that ended 65 hours ago', '2026-11-17', 'day', 'urgent'],
    ['on a day that ended 89 hours ago', '2026-11-16', 'day', 'urgent'],
    ['on a day that ended 137 hours ago', '2026-11-14', 'day', 'high'],
    ['some week', '2026-11-01', 'week', 'urgent'],
  ] as const)('sexual violence %s: the clinic is %s', (_, at, precision, urgency) => {
    const sent = {
      immediateDanger: 'no' as const,
      forms: ['sexual'],
      lastIncidentAt: { at, precision },
    };
    expect(agenciesFor(sent)).toContain(`provide-health-care clinic-kutaisi ${urgency}`);
    expect(agenciesFor(sent)).toContain('prepare-joint-interview centre-kutaisi routine');
  });

  it('the centre is only informed, and has nothing to do before the lead asks', () => {
    const { assignments } = routed(aViolenceSubmission({ forms: ['sexual'] }));
    expect(assignments.find(({ agency: to }) => to === 'centre-kutaisi')).toMatchObject({
      role: 'informed',
      instructions: ['one-interview-only', 'wait-for-lead'],
    });
  });

  it('Tbilisi stands in while the centre in Kutaisi is only planned', () => {
    const edition = georgiaAt(NOW, {});
    const { assignments } = routed(aViolenceSubmission({ forms: ['sexual'] }), { edition });
    expect(assignments.map(({ agency: to }) => to)).toContain('centre-tbilisi');
  });

  it.each(['police', 'police-imereti', 'police-tbilisi'])(
    'an accused employee of %s: no police anywhere, the prosecutor at once',
    (employer) => {
      const sent = agenciesFor({ allegedPerpetrators: [{ relation: 'father', employer }] });
      expect(sent.join()).not.toContain('police-');
      expect(sent).toContain('register-report prosecutor-imereti urgent');
    },
  );

  it.each(['guardianship-body', 'agency-imereti', 'agency-imereti-zestaponi'])(
    'an alleged perpetrator of %s: the unit the pack names leads, oversight is told, the unit hears nothing',
    (employer) => {
      const sent = agenciesFor({
        allegedPerpetrators: [{ relation: 'guardian', employer }],
        relatedChildren: [{ role: 'at-home' }],
        child: { municipality: 'zestaponi', needs: ['hearing'], identity: { known: 'unknown' } },
      });
      expect(sent.join()).not.toContain('agency-imereti');
      expect(sent).toEqual(
        expect.arrayContaining([
          'assess-safety agency-samegrelo-zemo-svaneti urgent',
          'check-other-child agency-samegrelo-zemo-svaneti high',
          'oversee-stand-in oversight-national high',
        ]),
      );
    },
  );

  it.each([
    ['clinic-kutaisi', 'provide-health-care clinic-samegrelo-zemo-svaneti urgent'],
    ['centre-kutaisi', 'prepare-joint-interview centre-tbilisi routine'],
    ['medical', 'provide-health-care clinic-samegrelo-zemo-svaneti urgent'],
  ])('an alleged perpetrator of %s: another one is asked', (employer, instead) => {
    const allegedPerpetrators = [{ relation: 'acquaintance', employer }];
    const sent = agenciesFor({ forms: ['sexual'], allegedPerpetrators });
    expect(sent).toContain(instead);
    expect(sent.join()).not.toContain(`${employer} `);
  });

  it('a centre that is not open stands in for nobody: the national desk finds somebody', () => {
    const allegedPerpetrators = [{ relation: 'acquaintance', employer: 'centre-tbilisi' }];
    const sent = aViolenceSubmission({ forms: ['sexual'], allegedPerpetrators });
    const { assignments } = routed(sent, { edition: georgiaAt(NOW, {}) });
    expect(assignments.map(({ agency: to }) => to).join()).not.toContain('centre-');
    expect(assignments.map(({ kind }) => kind)).toContain('route-by-hand');
  });

  it.each(['foster-carer', 'institution-staff'])(
    'a child in the care of the state (%s): another unit, a representative, a lawyer, oversight',
    (relation) => {
      const sent = agenciesFor({ allegedPerpetrators: [{ relation }] });
      expect(sent.join()).not.toContain('agency-imereti');
      expect(sent).toEqual(
        expect.arrayContaining([
          'assess-safety agency-samegrelo-zemo-svaneti urgent',
          'appoint-procedural-representative agency-samegrelo-zemo-svaneti high',
          'appoint-lawyer legal-aid-kutaisi high',
          'oversee-stand-in oversight-national high',
        ]),
      );
    },
  );

  it('all units that stand in for each other are accused: the national desk leads', () => {
    const allegedPerpetrators = ['agency-imereti', 'agency-samegrelo-zemo-svaneti'].map(
      (employer) => ({ relation: 'acquaintance', employer }),
    );
    const { assignments } = routed(aViolenceSubmission({ allegedPerpetrators }));
    expect(assignments.find(({ role }) => role === 'lead')).toMatchObject({
      agency: NATIONAL,
      kind: 'route-by-hand',
    });
  });

  it('a place nobody knows: the national desk leads, beside nobody it could not find', () => {
    const { assignments } = routed(
      aViolenceSubmission({ child: { whereabouts: { address: '?' } } }),
      {
        from: agency('hotline-111'),
      },
    );
    expect(assignments).toMatchObject([
      {
        kind: 'route-by-hand',
        agency: NATIONAL,
        role: 'lead',
        urgency: 'urgent',
        rule: 'unrouted',
      },
    ]);
  });

  it('an unknown home but a known place now: that place routes', () => {
    const child = { whereabouts: { municipality: 'telavi' } };
    expect(agenciesFor({ child })).toContain('assess-safety agency-kakheti urgent');
  });

  it('an unknown place from a school of one municipality: the school’s place routes', () => {
    const child = { whereabouts: { address: 'სკოლის ეზო' } };
    expect(agenciesFor({ child })).toContain('assess-safety agency-imereti urgent');
  });

  it('a missing addressee beside a lead: the lead stays, a person finds the addressee', () => {
    const child = { municipality: 'lanchkhuti' };
    const allegedPerpetrators = [{ relation: 'foster-carer' }];
    const { assignments } = routed(aViolenceSubmission({ child, allegedPerpetrators }));
    const works = assignments.map(({ kind, role }) => `${kind} ${role}`);
    expect(works).toContain('assess-safety lead');
    expect(works).toContain('route-by-hand participant');
    expect(works.join()).not.toContain('appoint-lawyer');
  });

  it('no rule at all: the national desk decides', () => {
    const edition = { ...georgiaAt(), rules: [] };
    const { assignments } = routed(aViolenceSubmission(), { edition });
    expect(assignments).toMatchObject([{ agency: NATIONAL, role: 'lead', rule: 'unrouted' }]);
  });
});

describe('early identification', () => {
  it.each([
    ['level 1', [], ['answer-with-advice municipality-zestaponi']],
    ['level 2', ['low-income', 'single-parent'], ['support-family municipality-zestaponi']],
    [
      'level 3',
      ['violence-in-family'],
      ['joint-plan agency-imereti', 'joint-plan municipality-zestaponi'],
    ],
    [
      'level 4',
      ['violence-in-family', 'fearful-withdrawn', 'harsh-discipline'],
      [
        'assess-safety agency-imereti',
        'register-report police-imereti',
        'offer-psychological-support agency-imereti',
      ],
    ],
  ])('of %s asks whom the level needs', (_, yes, wanted) => {
    expect(earlyFor(yes).map(({ kind, agency: to }) => `${kind} ${to}`)).toEqual(wanted);
  });

  const dangers = instrument.indicators.filter(({ danger }) => danger).map(({ code }) => code);
  it.each(dangers)(
    'with danger (%s) is violence: urgent, with a case, the parents not first',
    (code) => {
      const { assignments, memory } = routed(anEarlySubmission({ indicators: answers([code]) }));
      expect(assignments[0]).toMatchObject({
        kind: 'assess-safety',
        role: 'lead',
        urgency: 'urgent',
      });
      expect(assignments[0]?.instructions).toContain('do-not-phone-parents-first');
      expect(memory.case?.status).toBe('open');
    },
  );

  it('with more than a third unknown is decided by a person, unless there is danger', () => {
    const unknown = instrument.indicators.slice(0, 12).map(({ code }) => code);
    expect(earlyFor([], unknown)).toMatchObject([{ kind: 'triage-screening', role: 'lead' }]);
    expect(earlyFor(['weapon-threat'], unknown)[0]).toMatchObject({ kind: 'assess-safety' });
  });
});

describe('two rules that ask one agency for the same work', () => {
  const edition = georgiaAt();
  const [first, second] = edition.rules.filter(
    ({ id }) => id === 'police' || id === 'police-danger',
  );
  const facts: RoutingFacts = {
    kind: 'violence',
    forms: [],
    immediateDanger: 'yes',
    injuryVisible: 'no',
    selfHarmRisk: 'no',
    identity: 'known',
    accusedLivesWithChild: 'no',
    accusedEmployerKinds: [],
    needs: [],
    relatedRoles: [],
    dangerIndicator: 'no',
    unknownShareHigh: 'no',
  };
  const place = { municipality: 'zestaponi', referrer: SCHOOL };
  const [task] = first?.tasks ?? [];
  if (!first || !second || !task) throw new Error('the pack has no police rules');

  it('make one task: the stricter role and urgency, clocks and instructions of both', () => {
    const weak = {
      ...task,
      role: 'informed' as const,
      urgency: 'routine' as const,
      instructions: ['a'],
    };
    const strict = {
      ...task,
      role: 'participant' as const,
      urgency: 'high' as const,
      instructions: ['b'],
    };
    const rules = [
      { ...first, tasks: [{ ...weak, clocks: ['received' as const] }] },
      { ...second, tasks: [{ ...strict, clocks: ['decide' as const] }] },
    ];
    for (const order of [rules, rules.toReversed()]) {
      const [police] = decide(facts, place, { ...edition, rules: order }).filter(
        ({ kind }) => kind === task.kind,
      );
      expect(police).toMatchObject({ role: 'participant', urgency: 'high' });
      expect(police?.clocks.toSorted()).toEqual(['decide', 'received']);
      expect(police?.instructions.toSorted()).toEqual(['a', 'b']);
    }
  });
});

describe('two rules that name a lead', () => {
  it('leave the lead with the earlier one', () => {
    const edition = georgiaAt();
    const rules = edition.rules.map(({ unless: _, ...rule }) =>
      rule.id === 'mind'
        ? { ...rule, tasks: rule.tasks.map((task) => ({ ...task, role: 'lead' as const })) }
        : rule,
    );
    const submission = aViolenceSubmission({ immediateDanger: 'no' });
    const { assignments } = routed(submission, { edition: { ...edition, rules } });
    expect(
      assignments
        .filter(({ agency: to }) => to === 'agency-imereti')
        .map(({ kind, role }) => `${kind} ${role}`),
    ).toEqual(['assess-safety lead', 'offer-psychological-support participant']);
  });
});

describe('every submission', () => {
  it('gets exactly one lead and agencies that exist, whoever sends it and whenever', () => {
    fc.assert(
      fc.property(anySubmission, anyAgency, anyInstant, (submission, from, at) => {
        const edition = georgiaAt(at);
        const { assignments } = routed(submission, { from, at, edition });
        expect(assignments.filter(({ role }) => role === 'lead')).toHaveLength(1);
        for (const { agency: to, clocks } of assignments) {
          expect(edition.agency(to)).toBeDefined();
          expect(clocks).toContain('received');
        }
        const works = assignments.map(({ kind, agency: to }) => `${kind} ${to}`);
        expect(works).toEqual([...new Set(works)]);
      }),
      { numRuns: 50 },
    );
  });

  it('in danger is never answered more slowly than the same without', () => {
    const rank = { urgent: 0, high: 1, routine: 2 };
    fc.assert(
      fc.property(anyViolence, (submission) => {
        const [calm, danger] = (['no', 'unsure'] as const).map(
          (immediateDanger) => routed({ ...submission, immediateDanger }).assignments,
        );
        for (const { kind, agency: to, urgency } of calm ?? []) {
          const same = danger?.find((one) => one.kind === kind && one.agency === to);
          expect(rank[same?.urgency ?? 'routine']).toBeLessThanOrEqual(rank[urgency]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hides from a unit that its own people are accused', () => {
    fc.assert(
      fc.property(anyViolence, (submission) => {
        const { facts, assignments, memory } = routed(submission);
        const { excluded = [] } = memory.referral;
        expect(memory.case?.excluded ?? []).toEqual(excluded);
        for (const { agency: to, kind } of assignments) {
          expect(excluded).not.toContain(to);
          if (facts.accusedEmployerKinds.includes('police')) {
            expect(`${kind} ${to}`).not.toContain('register-report police');
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
