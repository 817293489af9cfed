import { describe, expect, it } from 'vitest';
import type { Household } from '../../../shared/domain/family/household.ts';
import { InterviewId } from '../../../shared/domain/ids.ts';
import { consentOf } from '../../../shared/domain/interview/consent.ts';
import { type Consent, groundOf, mayStart } from '../../../shared/domain/interview/ground.ts';
import { aFileId, agency, georgiaAt, LEAD, later, NOW, refusalOf } from '../../build.ts';
import { aHousehold } from './planning.ts';

const edition = georgiaAt();
const of = { kind: 'interview' as const, id: InterviewId.parse('int_7xpj8q2mzt5w9hkd3nrc') };

const said = (
  result: Consent['result'],
  household: Household = aHousehold(),
  { at = NOW, capacity = 'legal-representative' } = {},
) =>
  consentOf(
    {
      what: 'consent',
      ...{ of, number: 1, version: 1, file: aFileId(), at, result, capacity },
      by: { sub: 's', agency: LEAD },
    },
    household,
    edition,
  );
const ground = (over: Partial<Parameters<typeof groundOf>[0]> = {}) =>
  groundOf(
    { age: 9, order: undefined, consents: [], household: aHousehold(), at: NOW, ...over },
    edition,
  );
const speaking = (over: object): Household => {
  const [speaker] = aHousehold().speakers;
  if (!speaker) throw new Error('nobody speaks');
  return aHousehold({ speakers: [{ ...speaker, ties: { ...speaker.ties, ...over } }] });
};

describe('the ground of an interview', () => {
  it.each([
    ['under the age, nobody said anything', ground(), 'consent-awaited', false],
    ['of an unknown age', ground({ age: undefined }), 'consent-awaited', false],
    ['at the age', ground({ age: 14 }), 'no-consent-needed', true],
    ['consent', ground({ consents: [said('given')] }), 'consent-given', true],
    ['refusal', ground({ consents: [said('refused')] }), 'consent-refused', false],
    [
      'consent after a refusal',
      ground({ consents: [said('refused'), said('given')] }),
      'consent-given',
      true,
    ],
    [
      'a court’s order, whatever was said',
      ground({
        consents: [said('refused')],
        order: { document: 'C-1', court: agency('court-kutaisi'), at: NOW },
      }),
      'court-order',
      true,
    ],
  ])('%s', (_, found, expected, starts) => {
    expect(found).toBe(expected);
    expect(mayStart(found)).toBe(starts);
  });

  it.each([
    ['accused', { accused: 'yes' }, 'representative-accused'],
    ['maybe accused', { accused: 'unknown' }, 'representative-accused'],
    ['living with an accused', { sharesHousehold: 'yes' }, 'representative-shares-household'],
    ['dependent on an accused', { dependsOnAccused: 'yes' }, 'representative-depends'],
  ])('nothing that a representative says who is %s', (_, ties, because) => {
    const household = speaking(ties);
    for (const result of ['given', 'refused'] as const) {
      const consent = said(result, household);
      expect(consent).toMatchObject({ valid: false, because: [because] });
      expect(ground({ consents: [consent], household })).toBe('consent-awaited');
    }
  });

  it('nothing of somebody who does not speak for the child', () => {
    const consent = said('refused', aHousehold(), { capacity: 'procedural-representative' });
    expect(consent).toMatchObject({ valid: false, because: ['not-the-representative'] });
    expect(said('given', aHousehold(), { capacity: 'lawyer' }).because).toEqual([
      'capacity-cannot-consent',
    ]);
    expect(refusalOf(() => said('given', aHousehold(), { capacity: 'uncle' })).code).toBe(
      'unknown-code',
    );
  });

  it('no consent given before somebody was named as an alleged perpetrator', () => {
    const consent = said('given');
    const household = aHousehold({
      perpetrators: [{ livesWithChild: 'no', namedAt: later({ hours: 1 }) }],
      speakers: aHousehold().speakers.map((one) => ({ ...one, at: later({ hours: 2 }) })),
    });
    expect(ground({ consents: [consent], household, at: later({ hours: 3 }) })).toBe(
      'consent-awaited',
    );
  });

  it('no consent of a representative found since to be tied to an accused', () => {
    expect(ground({ consents: [said('given')], household: speaking({ accused: 'yes' }) })).toBe(
      'consent-awaited',
    );
  });
});
