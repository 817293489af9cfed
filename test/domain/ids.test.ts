import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AgencyId,
  CaseId,
  EndpointId,
  EventId,
  FileId,
  newCaseId,
  newEndpointId,
  newEventId,
  newFileId,
  newReferralId,
  newTaskId,
  ReferralId,
  receiptNumber,
  referralIdOf,
  TaskId,
} from '../../shared/domain/ids.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const anyBytes = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .map((drawn) => (count: number) => drawn.slice(0, count));
const anyReferral = anyBytes.map(newReferralId);
const anyReceipt = anyReferral.map(receiptNumber);
const spoken = (receipt: string) => receipt.replaceAll('-', '').slice(2);

describe('receipt numbers', () => {
  it('read back as the referral they came from, however they are typed', () => {
    const typed = fc.constantFrom(
      (receipt: string) => receipt,
      (receipt: string) => receipt.toLowerCase(),
      (receipt: string) => ` ${receipt} `,
      (receipt: string) => receipt.replaceAll('-', ' '),
      (receipt: string) => receipt.replaceAll('-', '–'),
      (receipt: string) => receipt.replaceAll('-', ''),
      spoken,
    );
    fc.assert(
      fc.property(anyReferral, typed, (id, type) => {
        expect(referralIdOf(type(receiptNumber(id)))).toBe(id);
      }),
    );
  });

  it('hold no letters that look like another', () => {
    fc.assert(
      fc.property(anyReceipt, (receipt) => {
        expect(receipt).toMatch(/^ER-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      }),
    );
  });

  it('show every single wrong sign', () => {
    fc.assert(
      fc.property(anyReceipt, fc.nat(7), fc.constantFrom(...SIGNS), (receipt, at, sign) => {
        const right = spoken(receipt);
        fc.pre(right[at] !== sign);
        expect(referralIdOf(right.slice(0, at) + sign + right.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('show every swap of two signs, also of the check sign', () => {
    fc.assert(
      fc.property(anyReceipt, fc.nat(7), fc.nat(7), (receipt, one, other) => {
        const signs = [...spoken(receipt)];
        const [a = '', b = ''] = [signs[one], signs[other]];
        fc.pre(a !== b);
        signs[one] = b;
        signs[other] = a;
        expect(referralIdOf(signs.join(''))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'ER', 'ER-', 'ER-7K3M', 'ER-0000-0000', 'ER-7K3M-92QDA', 'ჰ'])(
    'are not read from %j',
    (typed) => {
      expect(referralIdOf(typed)).toBeUndefined();
    },
  );

  it('are read when their own signs begin like the prefix', () => {
    // Bytes that draw the signs e and r first: places 12 and 22 in the list of signs.
    const id = newReferralId((count) =>
      Uint8Array.from({ length: count }, (_, i) => (i === 1 ? 12 : i === 3 ? 22 : 0)),
    );
    expect(receiptNumber(id)).toMatch(/^ER-ER22-222/);
    expect(referralIdOf(spoken(receiptNumber(id)))).toBe(id);
  });
});

describe('ids', () => {
  it.each([
    ['fil', newFileId, FileId],
    ['cas', newCaseId, CaseId],
    ['tsk', newTaskId, TaskId],
    ['evt', newEventId, EventId],
    ['whe', newEndpointId, EndpointId],
  ] as const)(
    '%s_ has its prefix and twenty signs, and fits only its own kind',
    (prefix, make, schema) => {
      fc.assert(
        fc.property(anyBytes, (bytes) => {
          const id = make(bytes);
          expect(id).toMatch(new RegExp(`^${prefix}_[2-9a-hjkmnp-z]{20}$`));
          expect(schema.parse(id)).toBe(id);
          expect(ReferralId.safeParse(id).success).toBe(false);
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(['ref_7k3m92q', 'ref_7k3m92qdd', 'ref_7k3m92q0', 'REF_7k3m92qd', 'tsk_7k3m92qd', ''])(
    'refuses %j as a referral',
    (id) => {
      expect(ReferralId.safeParse(id).success).toBe(false);
    },
  );

  it.each(['School', 'a--b', '-a', 'a-', 'a_b', 'სკოლა', '', 'a'.repeat(61)])(
    'refuses %j as an agency',
    (id) => {
      expect(AgencyId.safeParse(id).success).toBe(false);
    },
  );
});
