import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../shared/domain/access/rule.ts';
import { caseSubject, taskSubject } from '../../../shared/domain/access/subject.ts';
import { AgencyKind } from '../../../shared/domain/directory/agency.ts';
import { undone } from '../../../shared/domain/family/undo-conflict.ts';
import { askLift, confirmLift, protectAddress } from '../../../shared/domain/protection/address.ts';
import { marksOfAll, SealableGroup, sealedTo } from '../../../shared/domain/protection/marks.ts';
import {
  closedBy,
  liftSeal,
  type Seal,
  sealGroups,
} from '../../../shared/domain/protection/seal.ts';
import { isSecondPerson } from '../../../shared/domain/protection/second-person.ts';
import { may } from '../../../shared/platform/access/may.ts';
import {
  aCase,
  agency,
  anEventId,
  aPrincipal,
  aReferralInProgress,
  aSealed,
  aTask,
  georgiaAt,
  LEAD,
  MUNICIPALITY,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';

const edition = georgiaAt();
const PROSECUTOR = agency('prosecutor-imereti');
const marking = (over: object = {}) => ({
  case: aCase(),
  referrals: [aReferralInProgress()],
  by: { sub: 'salome', agency: PROSECUTOR },
  at: NOW,
  event: anEventId(),
  ...over,
});
const sealing = (over: object = {}) => ({
  ...marking(),
  earlier: [],
  groups: ['narrative' as const],
  openTo: ['police'],
  sealed: aSealed(),
  ...over,
});
const sealOf = (decision: ReturnType<typeof sealGroups>) =>
  decision.kept.find((kept) => kept.what === 'seal') as Seal;

const groups = fc.uniqueArray(fc.constantFrom(...SealableGroup.options), { minLength: 1 });
const kinds = fc.uniqueArray(fc.constantFrom(...edition.protection.seals.mayStayOpenTo));

describe('a seal', () => {
  it('closes its groups to every kind it does not name, and no other group to anybody', () => {
    fc.assert(
      fc.property(groups, kinds, fc.constantFrom(...AgencyKind.options), (closed, openTo, kind) => {
        const { openTo: named, ...seal } = sealOf(
          sealGroups(sealing({ groups: closed, openTo }), edition),
        );
        expect(named).toContain('prosecutor');
        const marks = { closedGroups: closedBy([{ ...seal, openTo: named }]) };
        const expected = named.includes(kind) ? [] : closed;
        expect(sealedTo(kind, marks).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('marks the case and its reports, tells the lead and starts a review that guards no child', () => {
    const { kept, events } = sealGroups(sealing(), edition);
    const marked = kept.filter(({ what }) => what === 'case' || what === 'referral');
    expect(marked.map((one) => 'closedGroups' in one && one.closedGroups)).toEqual(
      marked.map(() => [{ group: 'narrative', openTo: ['prosecutor', 'police'] }]),
    );
    expect(marked).toHaveLength(2);
    expect(kept.find(({ what }) => what === 'clock')).toMatchObject({
      name: 'seal-review-1',
      holder: PROSECUTOR,
      guardsChild: false,
    });
    expect(events).toMatchObject([{ type: 'case.sealed', to: [LEAD] }]);
  });

  it('beside another leaves closed what either closes; lifted, only what the other closes', () => {
    const one = sealOf(sealGroups(sealing(), edition));
    const two = sealOf(
      sealGroups(
        sealing({ earlier: [one], groups: ['narrative', 'medical'], openTo: [] }),
        edition,
      ),
    );
    expect(sealedTo('police', { closedGroups: closedBy([one, two]) })).toEqual([
      'narrative',
      'medical',
    ]);
    const lifting = { ...marking(), all: [one, two], clocks: [], sealed: aSealed() };
    const after = sealOf(liftSeal({ ...lifting, number: 2 }));
    expect(sealedTo('police', { closedGroups: closedBy([one, after]) })).toEqual([]);
    expect(sealedTo('medical', { closedGroups: closedBy([one, after]) })).toEqual(['narrative']);
    expect(liftSeal({ ...lifting, all: [one, after], number: 2 }).kept).toEqual([]);
  });

  it('stays open to no kind the pack does not name', () => {
    const call = () => sealGroups(sealing({ openTo: ['police', 'school'] }), edition);
    expect(refusalOf(call)).toMatchObject({
      code: 'seal-not-open-to',
      hindrances: [{ pointer: '/openTo/1' }],
    });
  });

  it('keeps a protected address protected, and the other way round', () => {
    const guarded = { case: aCase({ addressProtected: true }) };
    const sealed = sealGroups(sealing(guarded), edition).kept;
    expect(sealed.find(({ what }) => what === 'case')).toMatchObject({ addressProtected: true });
    const closedGroups = [{ group: 'medical' as const, openTo: [] }];
    const call = { ...marking({ case: aCase({ closedGroups }) }), earlier: [], through: 'person' };
    const { kept } = protectAddress({ ...call, reason: 'asked-for' } as never, edition);
    expect(kept.find(({ what }) => what === 'case')).toMatchObject({ closedGroups });
  });
});

describe('a protected address', () => {
  const leadTask = (over: object = {}) => aTask({ agency: LEAD, status: 'accepted', ...over });
  const read = (task = leadTask(), addressProtected?: true) => {
    const referral = aReferralInProgress(addressProtected && { addressProtected });
    const principal = aPrincipal(LEAD);
    return may(principal, 'task.read', taskSubject(task, referral, [task]));
  };

  it('is open to work that leads there while it lasts, and to no other', () => {
    expect(read(leadTask({ kind: 'assess-safety' }), true).groups).toContain('whereabouts');
    for (const [kind, status] of [
      ['assess-safety', 'completed'],
      ['other', 'accepted'],
    ]) {
      const permit = read(leadTask({ kind, status }), true);
      expect(permit.groups).not.toContain('whereabouts');
      expect(permit.groups).not.toContain('contact');
      expect(permit.withheld).toMatchObject({ whereabouts: 'protected-address' });
      expect(read(leadTask({ kind, status })).groups).toContain('whereabouts');
    }
  });

  it('is opened by kinds of work the pack has', () => {
    const rule = rules.find(({ id }) => id === 'protected-address');
    const named = JSON.stringify(rule?.policy).match(/"Value":"[a-z-]+"/g) ?? [];
    const codes = named.map((one) => one.slice('"Value":"'.length, -1));
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(edition.has('taskKinds', code), code).toBe(true);
  });

  const asking = { earlier: [], reason: 'danger-over', through: 'person' as const };
  const by = { sub: 'giorgi', agency: LEAD };
  const guarded = aCase({ addressProtected: true });

  it('is lifted by a second person alone, and not when it was protected anew', () => {
    const { kept } = askLift({ ...marking({ case: guarded, by }), ...asking }, edition);
    const asked = kept.find(({ what }) => what === 'address-mark') as never;
    const second = { through: 'person' as const, supervisor: true, oversight: false };
    const confirm = (sub: string, last: object | undefined = undefined) =>
      confirmLift({
        ...marking({ case: guarded }),
        asked,
        last: last as never,
        by: { sub, agency: LEAD, ...second },
      });
    expect(refusalOf(() => confirm('giorgi')).code).toBe('second-person-needed');
    const since = { number: 2, sets: 'protect' };
    expect(refusalOf(() => confirm('ketevan', since)).code).toBe('protected-since');
    const after = confirm('ketevan').kept.find(({ what }) => what === 'case');
    expect(after && 'addressProtected' in after).toBe(false);
    const bare = () => askLift({ ...marking({ by }), ...asking }, edition);
    expect(refusalOf(bare).code).toBe('address-not-protected');
  });
});

describe('a second person', () => {
  const second = { through: 'person' as const, supervisor: true };
  it.each([
    ['a supervisor of the lead', 'a', 'person', { agency: LEAD, oversight: false }, true],
    ['the same person', 'b', 'person', { agency: LEAD, oversight: false }, false],
    ['of the lead, after a system', 'a', 'system', { agency: LEAD, oversight: false }, false],
    ['of oversight, after a system', 'a', 'system', { agency: NATIONAL, oversight: true }, true],
    ['a supervisor of another agency', 'a', 'person', { agency: POLICE, oversight: false }, false],
  ] as const)('%s', (_, first, through, who, allowed) => {
    const by = { ...second, ...who, sub: 'b' };
    expect(isSecondPerson({ sub: first, through }, by, LEAD)).toBe(allowed);
  });

  it('of a conflict is neither the account nor of the agency it is about', () => {
    const conflict = { by: { sub: 'a' }, through: 'person', account: 'b', version: 1 } as never;
    const by = { ...second, agency: LEAD, oversight: false, sub: 'b' };
    const call = () => undone({ conflict, by, lead: LEAD, at: NOW });
    expect(refusalOf(call).code).toBe('second-person-needed');
    const kept = undone({ conflict, by: { ...by, sub: 'c' }, lead: LEAD, at: NOW });
    expect(kept).toMatchObject({ version: 2, undone: { by: { sub: 'c' } } });
    expect(undone({ conflict: kept, by, lead: LEAD, at: NOW })).toBe(kept);
  });
});

describe('marks', () => {
  it('of one record are closed in all, whatever else is known of the child', () => {
    const closedGroups = [{ group: 'narrative' as const, openTo: ['prosecutor'] }];
    const marks = marksOfAll([{}, { closedGroups }, { addressProtected: true }]);
    expect(marks).toEqual({ closedGroups, addressProtected: true });
    const sealed = caseSubject(aCase({ closedGroups }), aReferralInProgress());
    expect(sealed.marks).toEqual({ closedGroups });
  });

  it('never let anybody see more than without them', () => {
    const task = aTask({ agency: MUNICIPALITY, status: 'accepted' });
    const principal = aPrincipal(MUNICIPALITY);
    fc.assert(
      fc.property(groups, kinds, fc.boolean(), (closed, openTo, guarded) => {
        const closedGroups = closed.map((group) => ({ group, openTo }));
        const marks = { closedGroups, ...(guarded && { addressProtected: true as const }) };
        const subject = taskSubject(task, aReferralInProgress(), [task]);
        const open = may(principal, 'task.read', subject).groups;
        const left = may(principal, 'task.read', { ...subject, marks }).groups;
        expect(left.every((group) => open.includes(group))).toBe(true);
        expect(left).toContain('identity');
      }),
    );
  });
});
