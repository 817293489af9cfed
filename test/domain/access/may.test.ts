import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, actions, isRead } from '../../../shared/domain/access/actions.ts';
import { Role } from '../../../shared/domain/access/principal.ts';
import { rules } from '../../../shared/domain/access/rule.ts';
import {
  type AccessSubject,
  referralSubject,
  taskSubject,
} from '../../../shared/domain/access/subject.ts';
import { AgencyKind } from '../../../shared/domain/directory/agency.ts';
import type { AgencyId } from '../../../shared/domain/ids.ts';
import type { Group } from '../../../shared/domain/referral/group.ts';
import { Details } from '../../../shared/domain/referral/groups.ts';
import { TaskStatus } from '../../../shared/domain/task/statuses.ts';
import { may } from '../../../shared/platform/access/may.ts';
import {
  agency,
  aPrincipal,
  aReferral,
  aReferralInProgress,
  aTask,
  CENTRE,
  CLINIC,
  LEAD,
  MUNICIPALITY,
  NATIONAL,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';
import { oracle } from './oracle.ts';

const ALL = Details.keyof().options;
const ME = agency('agency-guria');
const OTHER = agency('agency-kakheti');

/** How somebody can stand to a record; the table below says what each may. */
const relations = {
  stranger: {},
  'submitter of it': { referrer: { agency: ME, sub: 'me' } },
  'colleague of the submitter': { referrer: { agency: ME, sub: 'somebody-else' } },
  'same account in another agency': { referrer: { agency: OTHER, sub: 'me' } },
  lead: { lead: ME },
  'owner of the task': { owner: ME },
  'holder of another task': { holders: [OTHER, ME], asked: [OTHER, ME] },
  'who sees the child': { seers: [OTHER, ME] },
  'former lead before the handover talk': { handingOver: [OTHER, ME] },
  'unit asked to take over': { takingOver: [OTHER, ME] },
  'lead of a joined case': { joinedLeads: [OTHER, ME] },
  'worker where it was sent on behalf of': { onBehalfOf: ME },
  'agency that was asked and has not accepted': { asked: [OTHER, ME] },
  'referrer of the child said to have harmed': {
    kind: 'child-in-need',
    referrer: { agency: ME, sub: 'me' },
  },
  'agency with a role in the visit': { participants: [OTHER, ME], site: OTHER },
  'centre of the visit': { participants: [OTHER, ME], site: ME },
  'agency something is taken back from': { recipients: [OTHER, ME] },
  'submitter of an early identification': {
    kind: 'early-identification',
    referrer: { agency: ME, sub: 'me' },
  },
} satisfies Record<string, AccessSubject>;
type Relation = keyof typeof relations;

/** What a family consented to is written down by whoever referred, leads or is at work. */
const CONSENT: readonly Action[] = ['consent.record', 'consent.read', 'consent.withdraw'];
const REFERRER: readonly Action[] = [
  ...CONSENT,
  'referral.read',
  'referral.explain',
  'referral.acknowledge',
  'referral.withdraw',
  'addition.make',
  'addition.read',
  'question.read',
  'question.answer',
  'statement.make',
  'statement.read',
];

const me = (kind: string, roles: Role[] = ['worker']) => ({
  ...aPrincipal(ME, { sub: 'me', roles }),
  kind,
});
const aPerson = (kind: string) => ({ ...me(kind), signedInAt: '2026-11-20T13:00:00.000Z' });
const allows = (...call: Parameters<typeof may>): boolean => {
  try {
    may(...call);
    return true;
  } catch {
    return false;
  }
};

describe('whoever asks', () => {
  const every = Object.keys(relations) as Relation[];
  it.each(every)('as %s is allowed or denied as the table says, whatever the kind', (relation) => {
    const asked = actions.flatMap((action) =>
      AgencyKind.options.flatMap((kind) =>
        [me(kind), aPerson(kind)].map((by) => ({ action, by, to: relations[relation] })),
      ),
    );
    const wrong = asked.filter(
      ({ by, action, to }) => allows(by, action, to) !== (oracle(by, action, to) !== 'denied'),
    );
    expect(wrong).toEqual([]);
  });

  it('as the safety person of the agency sees what its members referred, and only that', () => {
    const safety = me('school', ['worker', 'safety-person']);
    const colleague = relations['colleague of the submitter'];
    expect(REFERRER.every((action) => allows(safety, action, colleague))).toBe(true);
    const others = { referrer: { agency: OTHER, sub: 'x' } };
    expect(REFERRER.some((action) => allows(safety, action, others))).toBe(false);
    expect(allows(safety, 'referral.feedback', colleague)).toBe(false);
  });

  it.each(['system', 'worker', 'duty', 'supervisor', 'administrator'] as const)(
    'as %s sees no more of a colleague’s referral than a stranger',
    (role) => {
      const colleague = relations['colleague of the submitter'];
      expect(allows(me('school', [role]), 'referral.read', colleague)).toBe(false);
    },
  );

  it('without a part in it is open to no more than anybody, whatever roles it holds', () => {
    const foreign: AccessSubject = {
      lead: OTHER,
      owner: OTHER,
      referrer: { agency: OTHER, sub: 'x' },
      holders: [OTHER],
      asked: [OTHER],
      takenOn: true,
      ofAgency: OTHER,
    };
    for (const kind of AgencyKind.options) {
      const by = me(kind, [...Role.options]);
      const open = actions.filter((action) => allows(by, action, foreign));
      const due = actions.filter((action) => oracle(by, action, foreign) !== 'denied');
      expect(new Set(open), kind).toEqual(new Set(due));
      // None of it is about this record: the same is open where there is nothing to see.
      const nothing = actions.filter((action) => allows(by, action, { ofAgency: OTHER }));
      expect(new Set(open), kind).toEqual(new Set(nothing));
    }
  });

  it.each<[Action, Role, Relation, string, boolean]>([
    // Whether a loop stays open is for somebody above those who work on it.
    ['referral.close-loop', 'supervisor', 'lead', 'guardianship-body', true],
    ['referral.close-loop', 'administrator', 'lead', 'guardianship-body', false],
    ['referral.close-loop', 'supervisor', 'submitter of it', 'school', false],
    ['referral.close-loop', 'supervisor', 'holder of another task', 'police', false],
    ['referral.close-loop', 'supervisor', 'stranger', 'oversight', true],
    ['referral.close-loop', 'duty', 'stranger', 'oversight', false],
    ['consent.override', 'supervisor', 'lead', 'municipality', true],
    ['consent.override', 'worker', 'lead', 'municipality', false],
    ['consent.override', 'supervisor', 'holder of another task', 'municipality', false],
    ['conflict.declare', 'supervisor', 'lead', 'guardianship-body', true],
    ['conflict.declare', 'worker', 'lead', 'guardianship-body', false],
    ['conflict.declare', 'supervisor', 'holder of another task', 'police', false],
    ['conflict.declare', 'supervisor', 'stranger', 'oversight', true],
    ['conflict.undo', 'supervisor', 'lead', 'guardianship-body', true],
    ['conflict.undo', 'worker', 'lead', 'guardianship-body', false],
    ['conflict.read', 'supervisor', 'stranger', 'oversight', true],
    ['conflict.read', 'worker', 'stranger', 'oversight', false],
    // One person alone never opens an address again.
    ['address.confirm-lift', 'supervisor', 'lead', 'guardianship-body', true],
    ['address.confirm-lift', 'worker', 'lead', 'guardianship-body', false],
    ['address.confirm-lift', 'supervisor', 'holder of another task', 'police', false],
    ['address.confirm-lift', 'supervisor', 'stranger', 'oversight', true],
    // News comes by telephone to whoever is on duty; a desk writes, and reads nothing.
    ['addition.make', 'duty', 'stranger', 'police', true],
    ['addition.make', 'duty', 'stranger', 'hotline', true],
    ['addition.make', 'duty', 'stranger', 'municipality', false],
    ['addition.make', 'worker', 'stranger', 'police', false],
    ['addition.read', 'duty', 'stranger', 'police', false],
    // The safety person of a school is told what became of what was sent in its name.
    ['referral.read', 'safety-person', 'worker where it was sent on behalf of', 'school', true],
    ['referral.read', 'supervisor', 'worker where it was sent on behalf of', 'school', false],
    ['referral.explain', 'safety-person', 'worker where it was sent on behalf of', 'school', false],
    ['question.answer', 'safety-person', 'worker where it was sent on behalf of', 'school', false],
  ])('%s by the %s, as %s at %s: %s', (action, role, relation, kind, allowed) => {
    expect(allows(me(kind, [role]), action, relations[relation])).toBe(allowed);
  });

  it.each<[Role, boolean]>([
    ['duty', false],
    ['worker', false],
    ['system', false],
    ['safety-person', false],
    ['supervisor', true],
    ['administrator', true],
  ])('as %s says who of the own agency is away: %s; of another one never', (role, says) => {
    expect(allows(me('police', [role]), 'member.absence', { ofAgency: ME })).toBe(says);
    expect(allows(me('oversight', [role]), 'member.absence', { ofAgency: OTHER })).toBe(false);
  });

  it.each<[Role, string, boolean, boolean]>([
    ['administrator', 'police', true, false],
    ['administrator', 'oversight', true, true],
    ['supervisor', 'oversight', false, true],
    ['supervisor', 'police', false, false],
    ['worker', 'police', false, false],
    ['worker', 'oversight', false, false],
    ['system', 'police', false, false],
  ])(
    'as %s at %s keeps the accounts there: %s; confirms as the second person: %s',
    (role, kind, keeps, confirms) => {
      const machine = me(kind, [role]);
      const signedIn = { ...machine, signedInAt: '2026-11-20T09:12:00.000Z' };
      const own = { ofAgency: ME };
      for (const action of ['people.manage', 'client.rotate'] as const) {
        expect(allows(signedIn, action, own)).toBe(keeps);
        // Never without the second factor, and never at another agency.
        expect(allows(machine, action, own)).toBe(false);
        expect(allows(signedIn, action, { ofAgency: OTHER, lead: ME, owner: ME })).toBe(false);
      }
      expect(allows(signedIn, 'people.confirm', own)).toBe(confirms);
      expect(allows(machine, 'people.confirm', own)).toBe(false);
      expect(allows(signedIn, 'people.read', own)).toBe(keeps || confirms);
      // What somebody has in hand: for the supervisor, not for whoever keeps the accounts.
      expect(allows(signedIn, 'load.read', own)).toBe(role === 'supervisor');
      expect(allows(signedIn, 'load.read', { ofAgency: OTHER, lead: ME, owner: ME })).toBe(false);
      for (const action of ['session.end', 'membership.take-up', 'load.own'] as const) {
        expect(allows(signedIn, action, own)).toBe(true);
        expect(allows(machine, action, own)).toBe(false);
      }
    },
  );

  it.each<[Role, boolean]>([
    ['duty', true],
    ['supervisor', true],
    ['administrator', true],
    ['system', true],
    ['worker', false],
    ['safety-person', false],
  ])('as %s keeps the roster of the own agency: %s; of another one never', (role, keeps) => {
    for (const action of ['duty.publish', 'duty.read'] as const) {
      expect(allows(me('police', [role]), action, { ofAgency: ME })).toBe(keeps);
      expect(allows(me('police', [role]), action, { ofAgency: OTHER, owner: ME, lead: ME })).toBe(
        false,
      );
    }
    expect(allows(me('oversight', [role]), 'duty.publish', { ofAgency: OTHER })).toBe(false);
  });

  it.each<[Role, boolean]>([
    ['system', true],
    ['supervisor', true],
    ['administrator', true],
    ['worker', false],
    ['duty', false],
    ['safety-person', false],
  ])('as %s keeps the agency’s place in its feed: %s; oversight moves any back', (role, keeps) => {
    for (const action of ['feed.keep', 'feed.rewind'] as const) {
      expect(allows(me('municipality', [role]), action, { ofAgency: ME })).toBe(keeps);
      expect(allows(me('municipality', [role]), action, { ofAgency: OTHER, lead: ME })).toBe(false);
    }
    expect(allows(me('oversight', [role]), 'feed.rewind', { ofAgency: OTHER })).toBe(keeps);
    expect(allows(me('oversight', [role]), 'feed.keep', { ofAgency: OTHER })).toBe(false);
  });

  it.each<[Role, boolean]>([
    ['worker', true],
    ['supervisor', true],
    ['administrator', true],
    ['system', true],
    ['duty', false],
    ['safety-person', false],
  ])('as %s keeps people and rooms of the own agency: %s; of another one never', (role, keeps) => {
    expect(allows(me('police', [role]), 'resource.manage', { ofAgency: ME })).toBe(keeps);
    expect(allows(me('police', [role]), 'resource.manage', { ofAgency: OTHER })).toBe(false);
    expect(allows(me('school', [role]), 'resource.read', { ofAgency: ME })).toBe(keeps);
    expect(allows(me('school', [role]), 'resource.read', { ofAgency: OTHER })).toBe(false);
  });

  it('sees no more of what other agencies can lend than planning needs', () => {
    const read = (of: AgencyId) => may(me('prosecutor'), 'resource.read', { ofAgency: of }).groups;
    expect([read(ME), read(OTHER)]).toEqual([['outcome'], []]);
  });

  it('is denied in the words of a record that does not exist', () => {
    const denied = refusalOf(() => may(me('police'), 'referral.read', { lead: OTHER }));
    expect(denied).toEqual({ code: 'not-found', hindrances: [] });
  });

  it('is told by which rule, and every rule says why in both languages', () => {
    expect(may(me('police'), 'task.read', { owner: ME }).rule).toBe('task-owner');
    for (const { ka, en } of rules) {
      expect(ka).toMatch(/\p{Script=Georgian}/u);
      expect(en.length).toBeGreaterThan(0);
    }
    expect(rules.filter(({ actions: allowed }) => allowed.length === 0)).toEqual([]);
  });

  it('leaves an entry by every action that only shows', () => {
    expect(actions.filter(isRead)).toEqual([
      'referral.read',
      'referral.explain',
      'addition.read',
      'question.read',
      'statement.read',
      'case.read',
      'safety.read',
      'retention.read',
      'waiver.read',
      'conditions.read',
      'interview.read',
      'visit.read',
      'recording.read',
      'task.read',
      'service.read',
      'perpetrator.read',
      'speaker.read',
      'shield.read',
      'conflict.read',
      'seal.read',
      'address.read',
      'access.explain',
      'access.read',
      'break-glass.read',
      'subject-access.read',
      'recall.read',
      'consent.read',
      'keys.read',
      'resource.read',
      'centre.read',
      'feed.read',
      'directory.read',
      'duty.read',
      'oversight.read',
      'journal.read',
      'incident.read',
      'people.read',
      'load.read',
    ]);
  });
});

const groupsFor = (of: AgencyId, action: Action, subject: AccessSubject): readonly Group[] =>
  may(aPrincipal(of), action, subject).groups;

describe('the field groups', () => {
  const named = aReferralInProgress({ reporterMode: 'named' });
  const of = (agencyOf: AgencyId, status: TaskStatus = 'accepted') =>
    taskSubject(aTask({ agency: agencyOf, status }), named);

  it.each<[string, AgencyId, readonly Group[], readonly Group[]]>([
    ['police', POLICE, ['narrative', 'childs-own-words', 'reporter'], ['medical']],
    ['a clinic', CLINIC, ['medical', 'concern'], ['narrative', 'childs-own-words', 'reporter']],
    [
      'a municipality',
      MUNICIPALITY,
      ['narrative', 'family'],
      ['childs-own-words', 'reporter', 'medical'],
    ],
    [
      'the child centre',
      CENTRE,
      ['medical'],
      ['narrative', 'childs-own-words', 'concern', 'reporter', 'family'],
    ],
    [
      'a school with a task',
      SCHOOL,
      ['identity', 'contact'],
      ['narrative', 'concern', 'medical', 'reporter'],
    ],
  ])('of %s are what its work needs', (_, who, open, closed) => {
    const groups = groupsFor(who, 'task.read', of(who));
    expect(groups).toEqual(expect.arrayContaining([...open]));
    expect(groups.filter((group) => closed.includes(group))).toEqual([]);
  });

  it.each(TaskStatus.options)(
    'are open to who holds a task that is %s only once a person took it on',
    (status) => {
      const open = ['accepted', 'in-progress', 'on-hold', 'completed'].includes(status);
      expect(groupsFor(POLICE, 'task.read', of(POLICE, status)).length > 0).toBe(open);
    },
  );

  it('are closed to who is only informed', () => {
    const task = aTask({ agency: CENTRE, role: 'informed', status: 'accepted' });
    expect(groupsFor(CENTRE, 'task.read', taskSubject(task, named))).toEqual([]);
  });

  it('of news and of safety are closed to who is only informed, until it has work of its own', () => {
    const informed = aTask({ agency: MUNICIPALITY, role: 'informed', status: 'accepted' });
    const atWork = aTask({ agency: MUNICIPALITY, role: 'participant', status: 'accepted' });
    for (const action of ['addition.read', 'safety.read'] as const) {
      const told = referralSubject(named, [informed]);
      expect(groupsFor(MUNICIPALITY, action, told)).toEqual([]);
      const both = referralSubject(named, [informed, atWork]);
      expect(groupsFor(MUNICIPALITY, action, both)).toContain('concern');
    }
  });

  it('who is only informed neither answers nor questions whoever referred', () => {
    const informed = aTask({ agency: CLINIC, role: 'informed', status: 'accepted' });
    const told = referralSubject(named, [informed]);
    for (const action of ['referral.feedback', 'question.ask', 'question.read'] as const) {
      expect(allows(aPrincipal(CLINIC), action, told)).toBe(false);
      const atWork = referralSubject(named, [{ ...informed, role: 'participant' }]);
      expect(allows(aPrincipal(CLINIC), action, atWork)).toBe(true);
    }
    expect(allows(aPrincipal(CLINIC), 'case.read', told)).toBe(true);
  });

  describe('of the side that interviews the child', () => {
    const inCase = referralSubject(named, [aTask({ agency: CENTRE, status: 'accepted' })]);
    const ACCOUNT: readonly Group[] = ['concern', 'narrative', 'childs-own-words', 'family'];
    const seen = (subject: AccessSubject) => [
      ...groupsFor(CENTRE, 'safety.read', subject),
      ...groupsFor(CENTRE, 'addition.read', subject),
      ...groupsFor(CENTRE, 'visit.read', { ...subject, participants: [CENTRE], site: CENTRE }),
    ];

    it('hold nothing of the account until the interview has ended, by whatever it asks', () => {
      expect(seen(inCase).filter((group) => ACCOUNT.includes(group))).toEqual([]);
      expect(seen(inCase)).toEqual(expect.arrayContaining(['identity', 'medical']));
    });

    it('hold what the plan permits, and no more', () => {
      const permitted = seen({ ...inCase, opened: ['concern'] });
      expect(new Set(permitted.filter((group) => ACCOUNT.includes(group)))).toEqual(
        new Set(['concern']),
      );
    });

    it('hold the account once it has ended; then it may ask whoever referred', () => {
      const ended = { ...inCase, opened: ACCOUNT };
      expect(seen(ended)).toEqual(expect.arrayContaining([...ACCOUNT]));
      for (const action of ['question.ask', 'question.read'] as const) {
        expect(allows(aPrincipal(CENTRE), action, inCase)).toBe(false);
        expect(allows(aPrincipal(CENTRE), action, ended)).toBe(true);
      }
    });

    it('are nobody else’s: the wall opens nothing to an agency that does not interview', () => {
      const municipality = referralSubject(named, [
        aTask({ agency: MUNICIPALITY, status: 'accepted' }),
      ]);
      const opened = { ...municipality, opened: ACCOUNT };
      expect(groupsFor(MUNICIPALITY, 'safety.read', opened)).not.toContain('childs-own-words');
    });
  });

  it('are the lead’s where it referred the child itself, the referrer’s where it has a task', () => {
    const own = { referrer: { agency: ME, sub: 'me' }, takenOn: true };
    expect(may(me('guardianship-body'), 'addition.read', { ...own, lead: ME }).rule).toBe('lead');
    const withTask = { ...own, lead: OTHER, holders: [ME] };
    expect(may(me('school'), 'addition.read', withTask).rule).toBe('referrer');
  });

  it('are closed to a lead before it accepted, and all open after', () => {
    const routedOnly = { ...named, status: 'routed' as const };
    expect(groupsFor(LEAD, 'referral.read', referralSubject(routedOnly))).toEqual([]);
    expect(groupsFor(LEAD, 'referral.read', referralSubject(named)).toSorted()).toEqual(
      ALL.toSorted(),
    );
  });

  it('are closed to the national desk and to those who only take part', () => {
    const subject = taskSubject(aTask({ agency: POLICE }), named, [aTask({ agency: NATIONAL })]);
    expect(groupsFor(NATIONAL, 'task.read', subject)).toEqual([]);
    const ofCase = referralSubject(named, [aTask({ agency: POLICE, status: 'accepted' })]);
    expect(groupsFor(POLICE, 'case.read', ofCase)).toEqual([]);
  });

  it('are all open to the one who sent them', () => {
    expect(groupsFor(SCHOOL, 'referral.read', referralSubject(aReferral())).toSorted()).toEqual(
      ALL.toSorted(),
    );
  });

  it('of a masked or anonymous reporter are shown to nobody but the reporter', () => {
    const modes = fc.constantFrom('masked' as const, 'anonymous' as const);
    const who = fc.constantFrom(LEAD, POLICE, CLINIC, MUNICIPALITY, CENTRE, NATIONAL);
    fc.assert(
      fc.property(modes, who, fc.constantFrom(...actions), (reporterMode, reader, action) => {
        const referral = aReferralInProgress({ reporterMode });
        const task = aTask({ agency: reader, status: 'accepted' });
        const subject = taskSubject(task, referral, [task]);
        if (!allows(aPrincipal(reader), action, subject)) return;
        expect(groupsFor(reader, action, subject)).not.toContain('reporter');
      }),
    );
  });

  it('of a child that speaks for itself reach the lead, who must be able to call it', () => {
    const referral = aReferralInProgress({ reporterMode: 'child-self' });
    const task = aTask({ agency: LEAD, status: 'accepted' });
    const subject = taskSubject(task, referral, [task]);
    expect(groupsFor(LEAD, 'task.read', subject)).toContain('reporter');
  });

  it('never hold the recorded statement, which is sealed', () => {
    for (const who of [LEAD, POLICE, CLINIC, CENTRE, SCHOOL]) {
      expect(groupsFor(who, 'task.read', of(who))).not.toContain('statement');
    }
  });
});

describe('what access knows of a record', () => {
  it('is no lead before it was routed', () => {
    expect(referralSubject(aReferral()).lead).toBeUndefined();
  });

  it('tells who was asked from who has taken a task on, and forgets what was cancelled', () => {
    const tasks = [
      aTask({ agency: POLICE, status: 'cancelled' }),
      aTask({ agency: CLINIC, status: 'rejected' }),
      aTask({ agency: MUNICIPALITY, status: 'accepted' }),
    ];
    const { holders, asked } = referralSubject(aReferralInProgress(), tasks);
    expect(holders).toEqual([MUNICIPALITY]);
    expect(asked).toEqual([CLINIC, MUNICIPALITY]);
  });

  it('shows the case only to agencies that have taken a task on', () => {
    const asked = { asked: [ME], holders: [] };
    expect(allows(aPrincipal(ME), 'case.read', asked)).toBe(false);
    expect(allows(aPrincipal(ME), 'case.read', { ...asked, holders: [ME] })).toBe(true);
  });
});
