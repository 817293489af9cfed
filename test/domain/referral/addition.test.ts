import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNews } from '../../../shared/domain/referral/addition.ts';
import {
  AdditionSubmission,
  statedIn,
  statesViolence,
} from '../../../shared/domain/referral/addition-submission.ts';
import { asViolence, becomesViolence } from '../../../shared/domain/referral/becomes-violence.ts';
import { checkAddition } from '../../../shared/domain/referral/check-addition.ts';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import { ownReferral, statedOf } from '../../../shared/domain/referral/other-child.ts';
import { reportedAt, united } from '../../../shared/domain/referral/reports.ts';
import {
  aCase,
  anEarlySubmission,
  anEventId,
  aReferral,
  aReferralInProgress,
  aSealed,
  aTask,
  aViolenceSubmission,
  CLINIC,
  georgiaAt,
  instant,
  LEAD,
  later,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const news = (over: object = {}) =>
  AdditionSubmission.parse({ narrative: 'ახალი ამბავი.', ...over });
const stated = (over: object = {}) => statedIn(news(over));
const first = (over: Parameters<typeof aViolenceSubmission>[0] = {}) => ({
  at: NOW,
  stated: detailsOf(aViolenceSubmission(over)),
});

describe('reports of a child taken as one', () => {
  it('keep the strictest answer, whichever came last', () => {
    const danger = ['yes', 'unsure', 'no'] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...danger), { minLength: 1 }), (answers) => {
        const reports = answers.map((immediateDanger) => ({
          at: NOW,
          stated: stated({ immediateDanger }),
        }));
        const strictest = danger.find((one) => answers.includes(one));
        expect(united(reports).concern?.immediateDanger).toBe(strictest);
      }),
    );
  });

  it('unite forms and add children, so that a child keeps its number', () => {
    const both = united([
      first({ forms: ['physical'], relatedChildren: [{ givenName: 'ანა', role: 'at-home' }] }),
      {
        at: NOW,
        stated: stated({
          forms: ['physical', 'sexual'],
          relatedChildren: [{ givenName: 'ანა', role: 'witness' }],
        }),
      },
    ]);
    expect(both.concern?.forms).toEqual(['physical', 'sexual']);
    expect(both.family?.relatedChildren.map(({ role }) => role)).toEqual(['at-home', 'witness']);
  });

  it('take the place that was stated last, and leave what was not said as it was', () => {
    const both = united([
      first({
        child: {
          municipality: 'zestaponi',
          givenName: 'ნია',
          whereabouts: { school: 'პირველი', childNow: { where: 'სკოლა', until: NOW } },
        },
      }),
      {
        at: NOW,
        stated: stated({
          child: { municipality: 'tbilisi', whereabouts: { childNow: { where: 'სახლი' } } },
        }),
      },
    ]);
    expect(both.whereabouts).toEqual({
      municipality: 'tbilisi',
      whereabouts: { school: 'პირველი', childNow: { where: 'სახლი' } },
    });
    expect(both.identity?.givenName).toBe('ნია');
  });

  it('say nothing that nobody said', () => {
    expect(stated()).toEqual({
      narrative: { narrative: 'ახალი ამბავი.', narrativeLanguage: 'ka' },
    });
    expect(united([first(), { at: NOW, stated: stated() }]).concern).toEqual(
      first().stated.concern,
    );
  });

  it('count the last incident from the report that stated it', () => {
    const at = later({ hours: 50 });
    const told = { at, stated: stated({ lastIncidentAt: '2026-11-21' }) };
    expect(reportedAt([first(), told])).toBe(at);
    expect(reportedAt([first(), { at, stated: stated() }])).toBe(NOW);
  });
});

describe('news', () => {
  const edition = georgiaAt();

  it.each([
    ['a form', { forms: ['gossip'] }, 'unknown-code', '/forms/0'],
    ['a need', { child: { needs: ['gossip'] } }, 'unknown-code', '/child/needs/0'],
    [
      'a relation',
      { allegedPerpetrators: [{ relation: 'x' }] },
      'unknown-code',
      '/allegedPerpetrators/0/relation',
    ],
    [
      'a place',
      { child: { municipality: 'atlantis' } },
      'unknown-municipality',
      '/child/municipality',
    ],
    ['a date', { lastIncidentAt: '2027-01-01' }, 'in-the-future', '/lastIncidentAt/at'],
  ])('is refused for %s that cannot be', (_, over, code, pointer) => {
    const refusal = refusalOf(() => checkAddition(news(over), edition, instant()));
    expect(refusal).toMatchObject({ code, hindrances: [{ pointer }] });
  });

  it('is added whatever has become of the referral, and counts its version', () => {
    const { closed, open } = {
      open: aReferralInProgress(),
      closed: { ...aReferralInProgress(), status: 'closed' as const, closedAt: NOW },
    };
    for (const referral of [aReferral(), open, closed]) {
      const { number, decision } = addNews({
        ...{ referral, earlier: [], tasks: [], channel: 'phone', at: NOW, event: anEventId() },
        ...{ by: { sub: 's', agency: SCHOOL }, sealed: aSealed() },
      });
      expect(number).toBe(1);
      expect(decision.kept).toMatchObject([
        { what: 'referral', version: referral.version + 1, status: referral.status },
        { what: 'addition', number: 1, version: 1 },
      ]);
      expect(decision.events).toMatchObject([{ type: 'addition.made', codes: { number: '1' } }]);
    }
  });

  it('is told to those who work on it: not to its author, nor to an agency it excludes', () => {
    const referral = aReferralInProgress();
    const tasks = [
      aTask({ agency: POLICE, status: 'accepted' }),
      aTask({ agency: CLINIC, status: 'requested' }),
    ];
    const told = (over: object) =>
      addNews({
        ...{ referral, earlier: [], tasks, channel: 'form', at: NOW, event: anEventId() },
        ...{ by: { sub: 's', agency: SCHOOL }, sealed: aSealed(), ...over },
      }).decision.events[0]?.to;
    expect(told({})).toEqual([LEAD, POLICE]);
    expect(told({ by: { sub: 's', agency: LEAD } })).toEqual([POLICE]);
    expect(told({ excluded: [POLICE] })).toEqual([LEAD]);
  });
});

describe('news of a family', () => {
  it.each([
    [{}, false],
    [{ immediateDanger: 'no', injuryVisible: 'no' }, false],
    [{ immediateDanger: 'unsure' }, true],
    [{ forms: ['neglect'] }, true],
    [{ injuryVisible: 'yes' }, true],
    [{ childsOwnWords: 'მცემს.' }, true],
    [{ allegedPerpetrators: [{ relation: 'father' }] }, true],
  ])('that states %j tells of violence: %s', (over, tells) => {
    expect(statesViolence(stated(over))).toBe(tells);
    const family = aReferral({ kind: 'early-identification' });
    expect(becomesViolence(family, stated(over))).toBe(tells);
  });

  it('is answered within the case where there is one, and where it is violence already', () => {
    const danger = stated({ immediateDanger: 'yes' });
    const inCase = aReferralInProgress({ kind: 'early-identification', case: aCase().id });
    expect(becomesViolence(inCase, danger)).toBe(false);
    expect(becomesViolence(aReferralInProgress(), danger)).toBe(false);
  });

  it('becomes a referral that says who the child is and what is new, without the form', () => {
    const family = detailsOf(
      anEarlySubmission({ child: { givenName: 'ნია', municipality: 'zestaponi' } }),
    );
    const made = asViolence(family, stated({ forms: ['physical'] }));
    expect(made.identity?.givenName).toBe('ნია');
    expect(made.concern).toEqual({
      forms: ['physical'],
      immediateDanger: 'unsure',
      allegedPerpetrators: [],
      toldBefore: [],
    });
  });
});

describe('another child of a report', () => {
  const child = { givenName: 'საბა', ageYears: 12, role: 'alleged-to-have-harmed' as const };
  const details = detailsOf(
    aViolenceSubmission({
      child: { municipality: 'zestaponi', givenName: 'ნია', whereabouts: { address: 'ქუჩა 1' } },
      childsOwnWords: 'სიტყვები',
    }),
  );

  it.each([
    ['violence', 'at-home', undefined],
    ['violence', 'witness', undefined],
    ['violence', 'co-victim', undefined],
    ['violence', 'alleged-to-have-harmed', 'child-in-need'],
    ['early-identification', 'at-home', 'early-identification'],
    ['early-identification', 'alleged-to-have-harmed', 'child-in-need'],
  ] as const)('of %s, %s, has a record of its own: %s', (of, role, kind) => {
    expect(ownReferral(of, { role })).toBe(kind);
  });

  it('said to have harmed is known by itself: nothing of the first child, its place or its words', () => {
    const own = statedOf('child-in-need', child, details);
    expect(Object.keys(own)).toEqual(['identity', 'whereabouts']);
    expect(own.whereabouts).toEqual({ municipality: 'zestaponi', whereabouts: {} });
    expect(JSON.stringify(own)).not.toMatch(/ნია|ქუჩა|სიტყვები/);
  });

  it('of a family has the family’s form, and its own name', () => {
    const family = detailsOf(
      anEarlySubmission({ child: { givenName: 'ნია', municipality: 'zestaponi' } }),
    );
    const own = statedOf('early-identification', { ...child, role: 'at-home' }, family);
    expect(own.concern).toEqual(family.concern);
    expect(own.identity?.givenName).toBe('საბა');
    expect(own.family).toBeUndefined();
  });
});
