import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/domain/access/actions.ts';
import { Role } from '../../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../../shared/domain/access/subject.ts';
import { may, mayList } from '../../../shared/platform/access/may.ts';
import { agency, aPrincipal, LEAD, POLICE, refusalOf, SCHOOL } from '../../build.ts';

const everything = (of: typeof LEAD): AccessSubject => ({
  lead: of,
  owner: of,
  holders: [of],
  asked: [of],
  takenOn: true,
  reporterMode: 'named',
  referrer: { agency: of, sub: 'teacher' },
});
const who = fc.constantFrom(LEAD, POLICE, SCHOOL, agency('oversight-national'));
const roles = fc.uniqueArray(fc.constantFrom(...Role.options), { minLength: 1 });

const refusalOrRule = (ask: () => { readonly rule: string }): string => {
  try {
    return ask().rule;
  } catch {
    return 'denied';
  }
};

/** What is left to whoever has to give something back, by rule. */
const ANSWERS_TO_RECALL: Readonly<Record<string, string>> = {
  'recall.read': 'recall-recipient',
  'recall.confirm': 'recall-recipient',
  'conflict.declare-own': 'declares-own-conflict',
};

describe('hard denials', () => {
  it('outrank every rule for a conflicted account, whatever it is otherwise', () => {
    fc.assert(
      fc.property(who, roles, fc.constantFrom(...actions), (of, held, action) => {
        const me = aPrincipal(of, { sub: 'me', roles: held });
        const subject = { ...everything(of), conflicted: ['me'] };
        expect(refusalOf(() => may(me, action, subject)).code).toBe('not-found');
      }),
    );
  });

  it('outrank every rule for an excluded agency, but for the one who referred', () => {
    fc.assert(
      fc.property(who, roles, fc.constantFrom(...actions), (of, held, action) => {
        const me = aPrincipal(of, { sub: 'me', roles: held });
        const subject = { ...everything(of), excluded: [of] };
        expect(refusalOf(() => may(me, action, subject)).code).toBe('not-found');
      }),
    );
  });

  it('leave the one who referred the rights of the referrer, and no other', () => {
    const subject = { ...everything(SCHOOL), excluded: [SCHOOL] };
    const teacher = aPrincipal(SCHOOL, { sub: 'teacher', roles: ['worker', 'safety-person'] });
    expect(may(teacher, 'referral.read', subject).rule).toBe('referrer');
    for (const action of ['case.read', 'task.read', 'referral.close', 'case.add-task'] as const) {
      expect(refusalOf(() => may(teacher, action, subject)).code).toBe('not-found');
    }
    const system = aPrincipal(SCHOOL, { sub: 'teacher', roles: ['system', 'worker'] });
    expect(refusalOf(() => may(system, 'referral.read', subject)).code).toBe('not-found');
  });

  it('leave an agency told by mistake what it must answer, and nothing else of the record', () => {
    const mine = fc.constantFrom('excluded' as const, 'recalled' as const);
    fc.assert(
      fc.property(who, mine, fc.constantFrom(...actions), (of, by, action) => {
        const me = aPrincipal(of, { sub: 'me' });
        const told = { ...everything(of), recipients: [of], [by]: [of] };
        const anybody = refusalOrRule(() => may(me, action, {}));
        const answers = ANSWERS_TO_RECALL[action];
        const expected = anybody === 'denied' ? (answers ?? anybody) : anybody;
        expect(refusalOrRule(() => may(me, action, told))).toBe(expected);
      }),
    );
  });

  it('close a record to an agency told by mistake, also where it only ever read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(LEAD, POLICE, SCHOOL),
        fc.constantFrom(...actions),
        (of, action) => {
          const me = aPrincipal(of, { sub: 'me' });
          const nobody = refusalOrRule(() => may(me, action, {}));
          const was = { ...everything(of), referrer: { agency: LEAD, sub: 'x' }, recalled: [of] };
          expect(refusalOrRule(() => may(me, action, was))).toBe(nobody);
        },
      ),
    );
  });

  it('touch nobody else', () => {
    const subject = { ...everything(LEAD), excluded: [SCHOOL], conflicted: ['somebody'] };
    expect(may(aPrincipal(LEAD), 'case.read', subject).groups.length).toBeGreaterThan(0);
  });

  it('hold for the lines of a list', () => {
    const line = { agency: SCHOOL, submittedBy: 'teacher', excluded: [SCHOOL], conflicted: ['x'] };
    expect(mayList(aPrincipal(SCHOOL, { sub: 'teacher' }), line)).toBe(true);
    expect(mayList(aPrincipal(SCHOOL, { sub: 'other' }), line)).toBe(false);
    expect(mayList(aPrincipal(POLICE, { sub: 'x' }), line)).toBe(false);
    expect(mayList(aPrincipal(POLICE), line)).toBe(true);
    expect(mayList(aPrincipal(SCHOOL), undefined)).toBe(true);
  });
});
