import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reachDuty } from '../../functions/reach-duty/reach-duty.ts';
import { sendCall } from '../../functions/reach-duty/send-call.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import type { Roster } from '../../shared/domain/duty/roster.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import type { CallMessage } from '../../shared/domain/journal/call-messages.ts';
import { owedMessages } from '../../shared/domain/journal/messages.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { Channels } from '../../shared/platform/channels/channels.ts';
import { policy } from '../../shared/policy/policy.ts';
import { owedCall } from '../../shared/store/owed-call.ts';
import type { Item, Key } from '../../shared/store/write.ts';
import {
  aClock,
  aFileId,
  anEvent,
  aReferralId,
  aSealed,
  counting,
  later,
  NATIONAL,
  NOW,
  POLICE,
  SCHOOL,
} from '../build.ts';

const NINO = { name: 'ნინო', phone: '599 00 11 22', mail: 'nino@police.example' };
const HEAD = { name: 'მაია', phone: '599 66 77 88' };
const DESK = '+995320000001';
const HUB = 'https://ertad.ge/';

const rosterOf = (agency: AgencyId): Roster => ({
  what: 'roster',
  of: { kind: 'agency', id: agency },
  number: 1,
  version: 1,
  file: aFileId(),
  at: NOW,
  by: { sub: 'x', agency },
  shifts: [{ from: later({ hours: -1 }), to: later({ hours: 8 }), person: 0 }],
  sealed: aSealed(),
});
const aCall = (call: object = {}): CallMessage => {
  const whole = { agency: POLICE, role: 'holder-duty' as const, by: 'call' as const, ...call };
  const [owed] = owedMessages(anEvent({ to: [], referral: aReferralId(), call: whole }));
  return owed?.message as CallMessage;
};

interface World {
  readonly owed?: CallMessage;
  readonly owes?: boolean;
  readonly onDuty?: boolean;
  readonly clocks?: readonly Clock[];
  readonly channels?: Partial<Channels>;
  readonly deskPhone?: string;
  readonly at?: string;
  /** The agency employs an alleged perpetrator. */
  readonly shut?: boolean;
  /** The agency's endpoints; absent: it never had one. */
  readonly endpoints?: readonly Pick<WebhookEndpoint, 'state' | 'events'>[];
  /** Nobody on duty has a mail address. */
  readonly noMail?: boolean;
}

/** One owed call handled over a store in memory: what went out, was counted and was recorded. */
async function handle(given: World = {}) {
  const { owed = aCall(), owes = true, onDuty = true, clocks = [], at = NOW } = given;
  const counted: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    for (const each of String(line).split('\n').filter(Boolean)) {
      const { _aws, ...metric } = JSON.parse(each);
      if (_aws) counted.push(...Object.keys(metric).filter((key) => /^[A-Z]/.test(key)));
    }
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const out: string[][] = [];
  const reads: string[] = [];
  const { mail: _, ...unmailed } = NINO;
  const nino = given.noMail ? unmailed : NINO;
  const recorded: unknown[] = [];
  const journalled: { readonly before: number; readonly said: unknown }[] = [];
  const settled: unknown[] = [];
  const channels: Channels = {
    sms: async (to, text) => void out.push(['sms', to, text]),
    call: async (to, text) => void out.push(['call', to, text]),
    mail: async (to, subject, text) => void out.push(['mail', to, subject, text]),
    ...given.channels,
  };
  const referral = {
    ...{ id: owed.referral, agency: SCHOOL, submittedBy: 'x' },
    excluded: given.shut ? [POLICE] : [],
  };
  /** What stands under a key of the table. */
  const standing = ({ pk, sk }: Key): Item[] => {
    if (pk.startsWith('OUTBOX#')) return owes ? [{ pk, sk }] : [];
    if (sk === 'ANY') return given.endpoints ? [{ pk, sk }] : [];
    if (pk.startsWith('REFERRAL#')) return [{ pk, sk, ...referral }];
    const clock = clocks.find(({ name }) => sk === `CLOCK#${name}`);
    return clock ? [{ pk, sk, endedAt: clock.endedAt }] : [];
  };
  const deps: Parameters<typeof reachDuty>[0] = {
    records: {
      roster: async (agency) => (onDuty ? rosterOf(agency) : undefined),
    },
    journal: {
      settle: async (all) => void settled.push(...all),
      commit: async ({ events }, options) => {
        recorded.push(...events);
        settled.push(...(options?.settles ?? []));
        return undefined;
      },
    },
    owedCall: owedCall({
      getAll: async (keys) => {
        reads.push('table');
        return keys.flatMap(standing);
      },
    }),
    endpoints: {
      of: async () => {
        reads.push('endpoints');
        return (given.endpoints ?? []) as WebhookEndpoint[];
      },
    },
    access: {
      sent: async (said) => void journalled.push({ before: out.length, said }),
    },
    mails: 'mail' in (given.channels ?? {}) ? given.channels?.mail !== undefined : true,
    sealing: { forHub: async () => ({ outcome: { duty: [nino], head: HEAD } }) },
    policy,
    now: () => at,
    bytes: counting(),
    send: sendCall(channels, HUB),
    deskPhone: given.deskPhone ?? DESK,
  };
  const failure = await reachDuty(deps)(owed).catch((error: Error) => error);
  stdout.mockRestore();
  return { out, recorded, settled, counted, failure, reads, journalled };
}
afterEach(() => vi.restoreAllMocks());

const broken = async () => {
  throw new Error('the provider is down');
};

describe('an owed call', () => {
  it('reaches who is on duty, and is crossed off with its record', async () => {
    const owed = aCall();
    const { out, recorded, settled, failure } = await handle({ owed });
    expect(failure).toBeUndefined();
    expect(out).toEqual([['call', '+995599001122', expect.stringMatching(/^E R( \w){8}\. /)]]);
    expect(settled).toEqual([{ event: owed.event, consumer: 'call' }]);
    expect(recorded).toMatchObject([
      { type: 'call.made', codes: { role: 'holder-duty', way: 'call', called: 'duty' } },
    ]);
    expect(JSON.stringify(recorded)).not.toMatch(/ნინო|599001122|599 00 11 22|@/);
  });

  it('is in the journal of access before it goes out: to whom of which agency, and no more', async () => {
    const owed = aCall();
    const { journalled, out } = await handle({ owed });
    const said = {
      ...{ why: 'calls-who-answers', sub: 'calls', way: 'call', to: 'holder-duty', agency: POLICE },
      ...{ subject: { kind: 'referral', id: owed.referral }, at: owed.at },
      id: `${owed.event}-call`,
    };
    expect(journalled).toEqual([{ before: 0, said }]);
    expect(out).toHaveLength(1);
    expect((await handle({ channels: { call: broken } })).journalled).toHaveLength(1);
    expect((await handle({ shut: true })).journalled).toEqual([]);
    expect((await handle({ owes: false })).journalled).toEqual([]);
  });

  it('that somebody has made already is not made again', async () => {
    const { out, recorded, settled } = await handle({ owes: false });
    expect([out, recorded, settled]).toEqual([[], [], []]);
  });

  it('wakes nobody once a person has received', async () => {
    const ended = aClock('received', { endedAt: NOW });
    const { out, recorded, settled } = await handle({ clocks: [ended] });
    expect([out, recorded]).toEqual([[], []]);
    expect(settled).toHaveLength(1);
    const other = await handle({ clocks: [aClock('received'), aClock('act', { endedAt: NOW })] });
    expect(other.out).toHaveLength(1);
  });

  it('stays owed when the provider fails, and so does one whose function dies', async () => {
    const { failure, recorded, settled } = await handle({ channels: { call: broken } });
    expect(failure).toBeInstanceOf(Error);
    expect([recorded, settled]).toEqual([[], []]);
  });

  it('is handed on to the national duty officer when the provider failed as long as the pack says', async () => {
    const { minutes } = policy.at(Temporal.Instant.from(NOW)).calls.giveUpAfter;
    const at = later({ minutes });
    const { failure, recorded, counted } = await handle({ channels: { call: broken }, at });
    expect(failure).toBeUndefined();
    expect(recorded).toMatchObject([
      { codes: { result: 'given-up' }, call: { agency: NATIONAL, role: 'national-duty' } },
    ]);
    expect(counted).toContain('CallsGivenUp');
    const before = await handle({
      channels: { call: broken },
      at: later({ milliseconds: -1 }, at),
    });
    expect(before.failure).toBeInstanceOf(Error);
  });

  it('to the national duty officer, after whom there is nobody, is tried without end', async () => {
    const owed = aCall({ agency: NATIONAL, role: 'national-duty' });
    const at = later({ hours: 4 });
    const { failure, settled } = await handle({ owed, channels: { call: broken }, at });
    expect(failure).toBeInstanceOf(Error);
    expect(settled).toEqual([]);
  });

  it('where nobody is on duty calls the national duty officer at once and sounds the alarm', async () => {
    const { out, recorded, counted } = await handle({ onDuty: false });
    expect(out).toEqual([]);
    expect(recorded).toMatchObject([
      { codes: { result: 'nobody-on-duty' }, call: { agency: NATIONAL, by: 'call' } },
    ]);
    expect(counted).toContain('NobodyOnDuty');
  });

  it('to an agency that employs an alleged perpetrator goes to the national duty officer', async () => {
    const { out, recorded, counted } = await handle({ shut: true });
    expect(out).toEqual([]);
    expect(recorded).toMatchObject([
      { codes: { result: 'not-called' }, call: { agency: NATIONAL, role: 'national-duty' } },
    ]);
    expect(counted).toEqual([]);
  });

  it('to a national desk without anybody on duty rings the number that is always answered', async () => {
    const owed = aCall({ agency: NATIONAL, role: 'national-duty' });
    const { out, recorded } = await handle({ owed, onDuty: false });
    expect(out).toEqual([['call', DESK, expect.anything()]]);
    expect(recorded).toMatchObject([{ codes: { called: 'desk', result: 'sent' } }]);
    const none = await handle({ owed, onDuty: false, deskPhone: '' });
    expect(none.recorded).toMatchObject([{ codes: { result: 'nobody-on-duty' } }]);
    expect(none.counted).toContain('NobodyOnDuty');
  });
});

describe('a way the deployment does not have', () => {
  const channels = { call: undefined, mail: undefined } as unknown as Partial<Channels>;

  it('gives way to a text message: a call with an alarm, a mail without', async () => {
    const call = await handle({ channels });
    expect(call.out).toEqual([['sms', '+995599001122', expect.stringMatching(/^ER-/)]]);
    expect(call.recorded).toMatchObject([{ codes: { way: 'call', result: 'sent-by-sms' } }]);
    expect(call.counted).toContain('CallsNotSpoken');
    const mail = await handle({ channels, owed: aCall({ by: 'mail' }) });
    expect(mail.recorded).toMatchObject([{ codes: { way: 'mail', result: 'sent-by-sms' } }]);
    expect(mail.counted).not.toContain('CallsNotSpoken');
  });

  it('does not matter where it is there: a mail goes to the address, with the receipt number', async () => {
    const { out } = await handle({ owed: aCall({ by: 'mail' }) });
    expect(out).toEqual([
      ['mail', NINO.mail, expect.stringMatching(/^ER-/), expect.stringMatching(/^ER-/)],
    ]);
    const head = await handle({ owed: aCall({ by: 'mail', role: 'agency-head' }) });
    expect(head.out).toEqual([['sms', '+995599667788', expect.stringMatching(/^ER-/)]]);
  });
});

describe('urgent work for an agency', () => {
  const active = { state: 'active' as const, events: ['*' as const] };
  const announced = (over: object = {}) => aCall({ by: 'sms', ...over });

  it('without a system goes out by text message, and a mail follows as a message of its own', async () => {
    const { out, recorded, reads } = await handle({ owed: announced() });
    expect(out).toEqual([['sms', '+995599001122', expect.stringMatching(/^ER-/)]]);
    expect(recorded).toMatchObject([{ codes: { way: 'sms', result: 'sent', beside: 'mail' } }]);
    expect(reads).toEqual(['table']);
    const [made] = recorded as Parameters<typeof owedMessages>[0][];
    expect(owedMessages(made as NonNullable<typeof made>)).toMatchObject([
      { consumer: 'mail', queue: 'calls', message: { agency: POLICE, by: 'mail', beside: true } },
    ]);
  });

  it.each([
    ['that works', [active], false],
    ['of which one works', [{ ...active, state: 'disabled' as const }, active], false],
    ['that is unproven', [{ ...active, state: 'unproven' as const }], true],
    ['that is disabled', [{ ...active, state: 'disabled' as const }], true],
    ['that does not ask for tasks', [{ ...active, events: ['feedback.sent' as const] }], true],
  ])('with a system %s', async (_, endpoints, mailed) => {
    const { out, recorded, reads } = await handle({ owed: announced(), endpoints });
    expect(out).toHaveLength(1);
    expect(JSON.stringify(recorded).includes('"beside":"mail"')).toBe(mailed);
    expect(reads).toEqual(['table', 'endpoints']);
  });

  it('has no mail where nobody there has an address, or the deployment sends none', async () => {
    const unmailed = await handle({ owed: announced(), noMail: true });
    const unable = await handle({
      owed: announced(),
      channels: { mail: undefined } as unknown as Partial<Channels>,
    });
    for (const { recorded } of [unmailed, unable])
      expect(recorded[0]).not.toHaveProperty('codes.beside');
  });

  it('is told once more only by its ladder: a rung has no mail beside it and looks at no endpoint', async () => {
    const { why: _, ...rung } = announced();
    const { recorded, reads } = await handle({ owed: rung });
    expect(recorded[0]).not.toHaveProperty('codes.beside');
    expect(reads).toEqual(['table']);
  });
});

describe('a mail beside a text message', () => {
  const { why: _, ...call } = aCall({ by: 'mail' });
  const owed: CallMessage = { ...call, beside: true };

  it('has a receipt of its own, and says no more', async () => {
    const { out, settled, recorded } = await handle({ owed });
    expect(out).toEqual([['mail', NINO.mail, expect.stringMatching(/^ER-/), expect.anything()]]);
    expect(out[0]?.[3]).toMatch(/^ER-\S+\nდარეკეთ \/ Call: 111\nhttps:\/\/ertad.ge\/r\/ER-\S+$/);
    expect(settled).toEqual([{ event: owed.event, consumer: 'mail' }]);
    expect(recorded).toMatchObject([{ codes: { way: 'mail', result: 'sent' } }]);
  });

  it('that has nowhere to go becomes no second text message and calls nobody else', async () => {
    const { out, settled, recorded, counted } = await handle({ owed, noMail: true });
    expect([out, recorded, counted]).toEqual([[], [], []]);
    expect(settled).toHaveLength(1);
    const failing = { channels: { mail: broken }, at: later({ hours: 1 }) };
    const given = await handle({ owed, ...failing });
    expect(given.recorded[0]).not.toHaveProperty('call');
  });
});

describe('a task that nothing of its agency has taken', () => {
  const owed: CallMessage = { ...aCall(), why: 'unreached' };

  it('and of which nobody there can be told sounds an alarm', async () => {
    expect((await handle({ owed })).counted).toEqual([]);
    const { counted, recorded } = await handle({ owed, onDuty: false });
    expect(counted).toEqual(['NobodyOnDuty', 'NobodyToTell']);
    expect(recorded).toMatchObject([{ call: { agency: NATIONAL } }]);
    const calm = await handle({ owed: { ...owed, by: 'mail' }, onDuty: false });
    expect(calm.counted).toEqual(['NobodyToTell']);
  });
});
