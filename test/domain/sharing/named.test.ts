import { describe, expect, it } from 'vitest';
import { isOneOf, naming, uncheckedIn } from '../../../shared/domain/family/named.ts';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import { may } from '../../../shared/platform/access/may.ts';
import { namedPersons } from '../../../shared/platform/named-persons.ts';
import {
  aCase,
  aPrincipal,
  aReferralInProgress,
  aViolenceSubmission,
  LEAD,
  refusalOf,
} from '../../build.ts';

const ACCUSED = { as: 'alleged-perpetrator' as const, hash: 'hash-of-the-accused' };
const UNKNOWN = { as: 'speaker' as const };
const worker = (numberHash?: string) => ({
  ...aPrincipal(LEAD),
  ...(numberHash && { numberHash }),
});
const read = (numberHash?: string) =>
  may(worker(numberHash), 'case.read', { lead: LEAD, takenOn: true, named: [UNKNOWN, ACCUSED] });

describe('a worker who is named in the case', () => {
  it('is shut out at once, by the personal number and nothing else', () => {
    expect(refusalOf(() => read(ACCUSED.hash)).code).toBe('not-found');
    expect(read('hash-of-somebody-else').groups).toContain('identity');
  });

  it('is compared with nobody where either number is missing, and that is said', () => {
    expect(isOneOf(worker(), [ACCUSED, UNKNOWN])).toBe(false);
    expect(uncheckedIn([ACCUSED, UNKNOWN], worker())).toEqual({
      personsWithoutNumber: 1,
      you: 'not-checked',
    });
    expect(uncheckedIn([ACCUSED], worker('a-hash'))).toEqual({
      personsWithoutNumber: 0,
      you: 'checked',
    });
  });
});

describe('whoever is named', () => {
  it('is kept by a hash, and the number nowhere', async () => {
    const personalNumber = '01005012345';
    const sent = aViolenceSubmission({
      allegedPerpetrators: [{ relation: 'father', personalNumber }, { relation: 'uncle' }],
    });
    expect(JSON.stringify(detailsOf(sent))).not.toContain(personalNumber);
    const hash = async (number: string | undefined) => number && `hash-${number.length}`;
    const accused = sent.allegedPerpetrators;
    expect(await namedPersons(hash, 'alleged-perpetrator', accused)).toEqual([
      { as: 'alleged-perpetrator', hash: 'hash-11' },
      { as: 'alleged-perpetrator' },
    ]);
  });

  it('stands on every report of the child, in the same decision', () => {
    const one = aReferralInProgress();
    const other = aReferralInProgress({ named: [UNKNOWN] });
    const changed = { ...one, version: one.version + 1 };
    const kept = naming([aCase(), changed], [one, other], [ACCUSED]);
    expect(kept).toMatchObject([
      { what: 'case' },
      { id: one.id, version: one.version + 1, named: [ACCUSED] },
      { id: other.id, version: other.version + 1, named: [UNKNOWN, ACCUSED] },
    ]);
    expect(naming([aCase()], [one], [])).toHaveLength(1);
  });
});
