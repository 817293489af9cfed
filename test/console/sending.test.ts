import { describe, expect, it } from 'vitest';
import { type Sending, sendUntilAnswered } from '../../console/referral/sending.ts';
import { ProblemError } from '../../shared/contract/client.ts';

const refused = (status: number, code: string) =>
  new ProblemError(status, { type: `https://ertad.ge/problems/${code}`, title: code, status });

/** Plays out one sending: what each attempt meets, and everything that is told. */
async function played(...meets: (Error | string)[]) {
  const told: Sending<string>[] = [];
  const pauses: number[] = [];
  let attempts = 0;
  await sendUntilAnswered<string>({
    attempt: async () => {
      const met = meets[attempts];
      attempts += 1;
      if (typeof met === 'string') return met;
      throw met ?? new Error('asked once too often');
    },
    tell: (sending) => told.push(sending),
    now: () => 1000,
    pause: async (ms) => void pauses.push(ms),
  });
  return { states: told.map(({ state }) => state), last: told.at(-1), attempts, pauses };
}

const offline = new TypeError('Failed to fetch');

describe('sending', () => {
  it('gives a receipt when the hub has answered', async () => {
    const { states, last } = await played('ER-1');
    expect(states).toEqual(['sending', 'sent']);
    expect(last).toEqual({ state: 'sent', receipt: 'ER-1' });
  });

  it('says that it is not sent as long as nobody answers, and goes on trying', async () => {
    const { states, attempts, pauses } = await played(
      offline,
      offline,
      refused(503, 'fault'),
      'ER-1',
    );
    expect(states).toEqual(['sending', 'unsent', 'unsent', 'unsent', 'sent']);
    expect(attempts).toBe(4);
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('counts from when it was first pressed', async () => {
    const { last } = await played(offline, refused(422, 'place-unknown'));
    expect(last).toMatchObject({ state: 'refused' });
  });

  it.each([
    [429, 'too-often'],
    [409, 'still-running'],
    [500, 'fault'],
    [504, 'gateway'],
  ])('tries again after %i %s: it may have arrived, or will', async (status, code) => {
    const { states } = await played(refused(status, code), 'ER-1');
    expect(states).toEqual(['sending', 'unsent', 'sent']);
  });

  it.each([
    [400, 'body-invalid'],
    [409, 'idempotency-key-reused'],
    [413, 'body-too-large'],
    [422, 'adult'],
  ])('stops at %i %s: the same would be refused again', async (status, code) => {
    const { states, attempts } = await played(refused(status, code), 'never reached');
    expect(states).toEqual(['sending', 'refused']);
    expect(attempts).toBe(1);
  });
});
