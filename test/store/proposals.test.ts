import { describe, expect, it } from 'vitest';
import { Proposal } from '../../shared/domain/booking/booking.ts';
import {
  newCaseId,
  newFileId,
  newInterviewId,
  newReferralId,
  newResourceId,
} from '../../shared/domain/ids.ts';
import { proposals } from '../../shared/store/proposals.ts';
import { counting, georgiaAt, later, NOW } from '../build.ts';

const ours = proposals(async () => new Uint8Array(32).fill(7));
const bytes = counting();

const claims = Array.from({ length: 17 }, () => ({
  sheet: newResourceId(bytes),
  day: '2026-11-25',
  from: 40,
  to: 52,
  role: 'procedural-representative',
  agency: 'agency-imereti',
}));

const proposal = Proposal.parse({
  interview: newInterviewId(bytes),
  case: newCaseId(bytes),
  referral: newReferralId(bytes),
  file: newFileId(bytes),
  purpose: 'visit',
  start: NOW,
  end: later({ hours: 3 }),
  site: 'centre-tbilisi',
  parts: [{ part: 'interview', start: NOW, end: later({ hours: 1 }) }],
  claims,
  agencies: Array.from({ length: 6 }, () => ({ agency: 'agency-imereti', roles: ['prosecutor'] })),
  told: ['agency-imereti', 'centre-tbilisi'],
  tier: 1,
  policy: georgiaAt().reference,
  version: 3,
  caseVersion: 2,
  dueAt: later({ hours: 72 }),
  validUntil: later({ minutes: 15 }),
});

const refused = (slot: string, sub = 'sub-1', by = ours) =>
  expect(by.read(slot, sub)).rejects.toMatchObject({
    code: 'body-invalid',
    hindrances: [{ pointer: '/slot', code: 'not-ours' }],
  });

describe('a proposal that goes out', () => {
  it('comes back as it was', async () => {
    expect(await ours.read(await ours.sign(proposal, 'sub-1'), 'sub-1')).toEqual(proposal);
  });

  it('stays below 8 kB with all that a visit takes', async () => {
    expect((await ours.sign(proposal, 'sub-1')).length).toBeLessThan(8_000);
  });

  it('is refused in other hands', async () => {
    await refused(await ours.sign(proposal, 'sub-1'), 'sub-2');
  });

  it('is refused with other claims under its signature', async () => {
    const [, signature] = (await ours.sign(proposal, 'sub-1')).split('.');
    const other = { ...proposal, claims: claims.slice(1) };
    await refused(`${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`);
  });

  it('is refused when somebody else signed it', async () => {
    const theirs = proposals(async () => new Uint8Array(32).fill(8));
    await refused(await theirs.sign(proposal, 'sub-1'));
  });

  it.each(['', '.', 'x', 'a.b'])('is refused when it is %j', async (slot) => {
    await refused(slot);
  });
});
