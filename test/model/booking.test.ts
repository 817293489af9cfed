import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lapsesAt } from '../../shared/domain/booking/hold.ts';
import { type BookingId, newBookingId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Table } from '../../shared/store/table.ts';
import { type LocalTable, localTable, type OneTable } from '../bookings/local-table.ts';
import {
  type Actors,
  AGENCIES,
  actors,
  asked,
  proposalFor,
  type Scene,
  scene,
  slotOf,
  standing,
} from '../bookings/scene.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { counting, georgiaAt, LEAD } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';
import { confirmed, ended, isTaken, type Model } from './booking-model.ts';
import { Crash, crashing, type Death } from './crashing.ts';

const EDITION = georgiaAt();
const SKEW = EDITION.interview.holding.skewSeconds;
const VISITS = 3;
/** Where no booking stands: the path of none there is. */
const NONE: BookingId = newBookingId(counting(230_000));
/** What was done, to see that nothing was only refused. */
const happened = new Map<string, number>();
const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);

interface Real {
  readonly local: OneTable;
  readonly setting: Scene;
  readonly clock: { now: number };
}
/** Who acts: with a clock that is off by so many seconds, and may be dying. */
interface Actor {
  readonly off: number;
  readonly death: Death;
}
type Act = (acts: Actors, key: string) => Promise<unknown>;

/** Done by somebody who dies and is then asked again; says how it ended. */
async function withDeath(real: Real, { off, death }: Actor, act: Act): Promise<string> {
  const key = randomUUID();
  const as = (table: Table) => act(actors(table, real.clock, off), key);
  try {
    await as(crashing(real.local.table, death));
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (!(error instanceof Crash)) throw error;
  }
  return as(real.local.table).then(
    () => 'done',
    (error) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}

async function sameAs(model: Model, real: Real): Promise<void> {
  for (const [place, { booking, version }] of model.visits.entries()) {
    const id = real.setting.visits[place]?.id;
    if (!id) throw new Error('no such visit');
    const found = await standing(real.local.table, id);
    expect(found.visit.version).toBe(version);
    expect(found.booking?.state).toBe(booking?.state);
    const yes = found.booking?.agencies.filter(({ state }) => state === 'confirmed') ?? [];
    expect(new Set(yes.map(({ agency }) => String(agency)))).toEqual(
      booking?.confirmed ?? new Set(),
    );
  }
}

class Step implements fc.AsyncCommand<Model, Real> {
  readonly what: 'hold' | 'move' | 'confirm' | 'confirm-all' | 'decline' | 'cancel' | 'expire';
  readonly place: number;
  readonly chosen: number;
  readonly actor: Actor;
  constructor(what: Step['what'], place: number, chosen: number, actor: Actor) {
    this.what = what;
    this.place = place;
    this.chosen = chosen;
    this.actor = actor;
  }
  check = () => true;
  toString = () =>
    `${this.what}(${this.place}, ${this.chosen}, ${this.actor.off} s off, dies at ${this.actor.death.call}${this.actor.death.done ? '+' : ''})`;

  async run(model: Model, real: Real): Promise<void> {
    const own = model.visits[this.place];
    const visit = real.setting.visits[this.place];
    if (!own || !visit) throw new Error('no such visit');
    real.clock.now = model.now;
    const at = model.now + this.actor.off * 1000;
    const { booking } = await standing(real.local.table, visit.id);
    const path = { interviewId: visit.id, bookingId: booking?.id ?? NONE };
    const agency = AGENCIES[this.chosen % AGENCIES.length] ?? LEAD;
    const said = async (act: Act) => {
      const code = await withDeath(real, this.actor, act);
      count(`${this.what} ${code}`);
      return code;
    };
    if (this.what === 'hold' || this.what === 'move') {
      return this.take(model, real, { own, visit, at, path });
    }
    if (!own.booking) return;
    const late = own.booking.state === 'held' && own.booking.endsAt - SKEW * 1000 <= at;
    if (this.what === 'confirm' || this.what === 'confirm-all') {
      for (const of of this.what === 'confirm' ? [agency] : AGENCIES) {
        const before = own.booking.confirmed.size;
        const wanted = confirmed(own, { agency: of, all: AGENCIES.length, at, skew: SKEW });
        if (own.booking.confirmed.size > before) own.version += 1;
        const code = await said((acts) => acts.confirm({ path, body: undefined, ...asked(of) }));
        expect(code).toBe(wanted);
      }
    } else if (this.what === 'decline') {
      const body = { reason: 'room-or-device', alternative: 'nobody' as const };
      const code = await said((acts, key) => acts.decline({ path, body, ...asked(agency, key) }));
      const begun = Date.parse(own.booking.proposal.start) <= at;
      const wanted = late ? 'hold-expired' : begun ? 'booking-over' : 'done';
      expect(code).toBe(wanted);
      if (wanted === 'done') ended(own, 'declined');
    } else if (this.what === 'cancel') {
      const body = { reason: 'not-safe' };
      const code = await said((acts, key) => acts.cancel({ path, body, ...asked(LEAD, key) }));
      expect(code).toBe('done');
      ended(own, 'cancelled');
    } else {
      await said((acts) => acts.expire(visit.id));
      const out = own.booking.state === 'held' && own.booking.endsAt + SKEW * 1000 < at;
      if (out) ended(own, 'expired');
    }
    await sameAs(model, real);
  }

  private async take(
    model: Model,
    real: Real,
    { own, visit, at, path }: TakeContext,
  ): Promise<void> {
    const read = (await standing(real.local.table, visit.id)).visit;
    const seen = new Date(at).toISOString();
    const random = chance(this.chosen);
    const proposal = proposalFor(real.setting, { visit: read, at: seen, random });
    const moves = this.what === 'move';
    if (moves && !own.booking) return;
    const gone = moves && own.booking?.state === 'held' && own.booking.endsAt + SKEW * 1000 < at;
    const except = moves ? own.booking : undefined;
    const wanted = gone
      ? 'hold-expired'
      : proposal.start <= seen
        ? 'in-the-past'
        : !moves && own.booking
          ? 'time-held-already'
          : isTaken(model, proposal, { at, skew: SKEW, except })
            ? 'slot-taken'
            : 'done';
    const body = { slot: await slotOf(proposal, LEAD) };
    const code = await withDeath(real, this.actor, (acts, key) =>
      moves
        ? acts.move({ path, body, ...asked(LEAD, key) })
        : acts.hold({ path: { interviewId: visit.id }, body, ...asked(LEAD, key) }),
    );
    count(`${this.what} ${code}`);
    expect(code).toBe(wanted);
    if (wanted === 'done') {
      if (own.booking) own.booking.state = 'moved';
      const endsAt = Date.parse(lapsesAt(proposal, seen, EDITION));
      own.booking = { proposal, endsAt, confirmed: new Set(), state: 'held' };
      model.bookings.push(own.booking);
      own.version += 1;
    }
    await sameAs(model, real);
  }
}
interface TakeContext {
  readonly own: Model['visits'][number];
  readonly visit: Scene['visits'][number];
  readonly at: number;
  readonly path: {
    readonly interviewId: Scene['visits'][number]['id'];
    readonly bookingId: BookingId;
  };
}

/** To the end of some hold, a little before it or after; or some hours on. */
class Wait implements fc.AsyncCommand<Model, Real> {
  readonly seconds: number;
  readonly toEnd: boolean;
  constructor(seconds: number, toEnd: boolean) {
    this.seconds = seconds;
    this.toEnd = toEnd;
  }
  check = () => true;
  toString = () => `wait(${this.toEnd ? 'to an end ' : ''}${this.seconds} s)`;
  async run(model: Model): Promise<void> {
    const ends = model.bookings.filter(({ state }) => state === 'held').map(({ endsAt }) => endsAt);
    const next = Math.min(...ends.filter((end) => end > model.now));
    const to = this.toEnd && Number.isFinite(next) ? next : model.now;
    model.now = Math.max(model.now, to + this.seconds * 1000);
  }
}

const actor = fc.record({
  off: fc.constantFrom(-SKEW, 0, SKEW),
  death: fc.record({ call: fc.integer({ min: 1, max: 14 }), done: fc.boolean() }),
});
const STEPS = ['hold', 'move', 'confirm', 'confirm-all', 'decline', 'cancel', 'expire'] as const;
const WEIGHTS = {
  hold: 4,
  move: 2,
  confirm: 2,
  'confirm-all': 3,
  decline: 1,
  cancel: 1,
  expire: 2,
};
const step = fc
  .tuple(
    fc.oneof(...STEPS.map((what) => ({ weight: WEIGHTS[what], arbitrary: fc.constant(what) }))),
    fc.nat({ max: VISITS - 1 }),
    fc.nat({ max: 400 }),
    actor,
  )
  .map(([what, place, chosen, who]) => new Step(what, place, chosen, who));
const wait = fc
  .tuple(fc.integer({ min: -8, max: 8 }), fc.boolean())
  .map(([seconds, toEnd]) => new Wait(toEnd ? seconds : Math.abs(seconds) * 900, toEnd));

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
});
afterAll(() => local?.stop());

const RUNS = Number(process.env.BOOKING_RUNS ?? 12);
const SEED = Number(process.env.BOOKING_SEED ?? 4711);

describe('bookings', () => {
  it('do what the model says, whoever dies on the way and however the clocks go', async () => {
    // Long ones only: a short history books nothing.
    const one = fc.oneof({ weight: 6, arbitrary: step }, { weight: 1, arbitrary: wait });
    const all = fc.array<fc.AsyncCommand<Model, Real>>(one, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(all, async (steps) => {
        const store = await local.another();
        const setting = await scene(store.table, { people: 2, rooms: 2, visits: VISITS });
        const visits = setting.visits.map(({ version }) => ({ version, booking: undefined }));
        const now = Date.parse(MORNING);
        const model: Model = { now, visits, bookings: [] };
        const clock = { now };
        await fc.asyncModelRun(() => ({ model, real: { local: store, setting, clock } }), steps);
        const at = new Date(model.now).toISOString();
        expect(wrongWith(await store.rows(), at, SKEW)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true, seed: SEED },
    );
    const done = STEPS.map((what) => `${what} done`);
    expect([...happened.keys()]).toEqual(expect.arrayContaining(done));
  });
});
