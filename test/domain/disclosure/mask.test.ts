import { describe, expect, it } from 'vitest';
import { placeFor, shownActor, shownHolder } from '../../../shared/domain/disclosure/mask.ts';
import { maskLimits } from '../../../shared/domain/disclosure/mask-limits.ts';
import type { EventType } from '../../../shared/domain/journal/event.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import {
  aClock,
  agency,
  anEvent,
  aPermit,
  aReferralInProgress,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  POLICE,
  SCHOOL,
} from '../../build.ts';

type Mode = Referral['reporterMode'];
const read = (reporterMode: Mode, rule: string, by = SCHOOL) => ({
  referral: aReferralInProgress({ reporterMode, agency: by }),
  permit: aPermit(rule),
});
const did = (type: EventType, by: typeof SCHOOL, { referral }: ReturnType<typeof read>) =>
  anEvent({ type, by: { sub: 's', agency: by }, subject: { kind: 'referral', id: referral.id } });

describe('who did something', () => {
  it.each([
    ['masked', 'lead', undefined],
    ['anonymous', 'lead', undefined],
    ['masked', 'on-whose-behalf', undefined],
    ['masked', 'referrer', SCHOOL],
    ['named', 'lead', SCHOOL],
  ] as const)('as a %s referrer is to the %s %s', (mode, rule, shown) => {
    const reader = read(mode, rule);
    expect(shownActor(did('referral.submitted', SCHOOL, reader), reader)).toBe(shown);
    // Whatever a referrer does in future is hidden until somebody says otherwise.
    expect(shownActor(did('statement.considered', SCHOOL, reader), reader)).toBe(shown);
  });

  it('is hidden for the referring lead only where it acted as the referrer', () => {
    const reader = read('masked', 'lead', LEAD);
    expect(shownActor(did('referral.submitted', LEAD, reader), reader)).toBeUndefined();
    expect(shownActor(did('feedback.sent', LEAD, reader), reader)).toBe(LEAD);
  });

  it('is shown at a task: a gap there would tell who referred', () => {
    const accepted = anEvent({ type: 'task.accepted', by: { sub: 's', agency: POLICE } });
    expect(shownActor(accepted, read('masked', 'lead', POLICE))).toBe(POLICE);
  });
});

describe('who owes something', () => {
  const owed = (name: 'acknowledgement' | 'first-feedback', holder = SCHOOL, by = SCHOOL) => {
    const reader = read('masked', 'lead', by);
    const subject = { kind: 'referral' as const, id: reader.referral.id };
    return shownHolder(aClock(name, { subject, holder, urgency: 'routine' }), reader);
  };

  it('is hidden where it is the referrer, and only there', () => {
    expect(owed('acknowledgement')).toBeUndefined();
    expect(owed('first-feedback', LEAD)).toBe(LEAD);
    expect(owed('acknowledgement', LEAD, LEAD)).toBeUndefined();
    expect(owed('first-feedback', LEAD, LEAD)).toBe(LEAD);
  });
});

describe('the place', () => {
  it('is unknown to others where it is the referrer’s own', () => {
    const reader = read('masked', 'lead');
    const masked = { ...reader.referral, placeMasked: true as const };
    expect(placeFor(reader)).toBe('zestaponi');
    expect(placeFor({ ...reader, referral: masked })).toBe('unknown');
    expect(placeFor({ permit: aPermit('referrer'), referral: masked })).toBe('zestaponi');
  });
});

describe('what cannot be hidden', () => {
  const edition = georgiaAt();
  const child = { municipality: 'zestaponi' };
  const limits = (over: Parameters<typeof aViolenceSubmission>[0], by = SCHOOL) =>
    maskLimits(aViolenceSubmission({ child, ...over }), by, edition);
  const reporter = {
    mode: 'masked' as const,
    name: 'ეკატერინე ლომიძე',
    role: 'კლასის დამრიგებელი',
  };

  it.each([
    ['nothing', 'ბავშვს სახლში წასვლის ეშინია.', []],
    ['the name, in another case', 'ლომიძეს უამბო.', ['mask-content-tells']],
    ['the name in Latin letters', 'Lomidze wrote this.', ['mask-content-tells']],
    ['the role', 'კლასის დამრიგებელმა ნახა.', ['mask-content-tells']],
    ['half of the role', 'დამრიგებელს უთხრა.', []],
  ])('is said where the text tells %s', (_, narrative, told) => {
    expect(limits({ reporter, narrative })).toEqual(told);
  });

  it('is said where the agency is named, also outside the narrative', () => {
    const name = edition.agency(SCHOOL)?.name.ka ?? '';
    expect(limits({ reporter, narrative: `${name}ში მოხდა.` })).toEqual(['mask-content-tells']);
    const whereabouts = { childNow: { where: name } };
    expect(limits({ reporter, child: { ...child, whereabouts } })).toEqual(['mask-content-tells']);
  });

  it('is said where there is no other of its kind, and where only its place is known', () => {
    const kutaisi = { municipality: 'kutaisi' };
    expect(limits({ child: kutaisi }, agency('school-kutaisi'))).toEqual(['mask-only-one-here']);
    expect(limits({ child: kutaisi }, agency('hotline-111'))).toEqual([]);
    expect(limits({ child: {} })).toEqual(['mask-place-tells']);
  });
});
