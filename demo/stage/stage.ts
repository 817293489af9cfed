import { Temporal } from 'temporal-polyfill';
import type { Client } from '../../shared/contract/client.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { CodeListName } from '../../shared/domain/policy/code-lists.ts';
import { policy } from '../../shared/policy/policy.ts';
import { type Desk, deskOf } from './desk.ts';
import { type HubClock, hubClock } from './hub-clock.ts';
import { type Protection, protectionOf } from './protection.ts';
import { localFormat, StepFailed, type Tale, taleOf } from './tale.ts';
import { freshToken } from './token.ts';
import { visitsOf } from './visits.ts';

/** Where a story is played: a hub, its clock, the agencies' desks and the one who tells. */
export interface Stage {
  readonly hub: string;
  readonly lang: Lang;
  readonly clock: HubClock;
  readonly tale: Tale;
  /** The desk of an agency with a system of its own (infra/local/people.ts). */
  desk(agency: string): Desk;
  /** The same desk where a child's safety is decided. */
  protection(account: string): Protection;
  /** The account where it calls what is declared for visits. */
  visits(account: string): Client['call'];
  nameOf(agency: string): string;
  /** The words for a code, in the language of the tale. */
  label(list: CodeListName, code: string): string;
  /** Day and time in Tbilisi. */
  localTime(instant: string): string;
  /** Lets time pass: by an ISO 8601 duration, or to an hour of a working day (hub-clock.ts). */
  later(duration: string): Promise<void>;
  at(time: string): Promise<void>;
  nextDay(time: string): Promise<void>;
  friday(time: string): Promise<void>;
  until(instant: string): Promise<void>;
}

interface StageOptions {
  readonly hub: string;
  readonly lang: Lang;
  readonly write: (line: string) => void;
}

/** Who acts where no agency does. */
const HUB = { ka: 'ერთად', en: 'Ertad' };

/** Sets the stage at a local hub. Tokens are kept until the clock is moved. */
export async function stageAt({ hub, lang, write }: StageOptions): Promise<Stage> {
  const tokens = new Map<string, Promise<string>>();
  const desks = new Map<string, Desk>();
  const clock = hubClock(hub, () => tokens.clear());
  const now = await clock.now().catch((error) => {
    throw new StepFailed('the hub tells its time', hub, error);
  });
  const edition = policy.at(now);
  const nameOf = (agency: string) => (edition.agency(agency)?.name ?? HUB)[lang];

  const tokenOf = (agency: string) => {
    const token = tokens.get(agency) ?? freshToken(hub, agency);
    tokens.set(agency, token);
    return token;
  };
  const desk = (agency: string) => {
    const known = desks.get(agency) ?? deskOf({ hub, lang, token: () => tokenOf(agency) });
    desks.set(agency, known);
    return known;
  };
  const protection = (account: string) =>
    protectionOf({ hub, lang, token: () => tokenOf(account) });
  const short = localFormat(lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const passes = (moving: Promise<void>) =>
    moving.catch((error) => {
      throw new StepFailed('time passes', 'Ertad', error);
    });
  return {
    hub,
    lang,
    clock,
    tale: taleOf({ lang, clock, nameOf, write }),
    desk,
    protection,
    visits: (account) => visitsOf({ hub, lang, token: () => tokenOf(account) }),
    nameOf,
    label: (list, code) => edition.label(list, code, lang),
    localTime: (instant) => short.format(Temporal.Instant.from(instant).epochMilliseconds),
    later: (duration) => passes(clock.advance(duration)),
    at: (time) => passes(clock.toWorkingDay(time)),
    friday: (time) => passes(clock.toFriday(time)),
    until: (instant) => passes(clock.to(instant)),
    nextDay: (time) => passes(clock.toNextWorkingDay(time)),
  };
}
