import { type Action, actions } from '../../../shared/domain/access/actions.ts';
import { type Principal, Role } from '../../../shared/domain/access/principal.ts';
import type { AccessSubject } from '../../../shared/domain/access/subject.ts';
import { AgencyKind } from '../../../shared/domain/directory/agency.ts';
import { SealableGroup } from '../../../shared/domain/protection/marks.ts';
import type { Group } from '../../../shared/domain/referral/group.ts';
import { agency } from '../../build.ts';

/** Numbers from a seed: the same requests again (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface AccessAsked {
  readonly by: Principal;
  readonly action: Action;
  readonly to: AccessSubject;
}

const ME = agency('agency-guria');
const OTHERS = [agency('agency-kakheti'), agency('police-imereti'), agency('centre-kutaisi')];
const GROUPS: readonly Group[] = [
  'concern',
  'narrative',
  'childs-own-words',
  'family',
  'statement',
];
const WORKS = ['assess-safety', 'find-child', 'support-family', 'provide-therapy'];
const NOW = '2026-11-20T14:00:00.000Z';
const TIMES = ['2026-11-20T13:59:59.000Z', NOW, '2026-12-20T14:00:00.000Z'];
/** Kinds that rules speak of, more often than those that none names. */
const KINDS = [
  ...AgencyKind.options,
  ...(['police', 'guardianship-body', 'child-centre', 'oversight', 'prosecutor'] as const),
  ...(['child-centre', 'child-centre', 'child-centre'] as const),
];

/**
 * A request drawn by chance: mostly somebody who stands to the record in one or two ways, since
 * strangers are denied whatever else holds.
 */
export function drawn(chance: () => number): AccessAsked {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const some = <T>(from: readonly T[], share: number): T[] => from.filter(() => chance() < share);
  const mine = () => chance() < 0.12;
  const list = () => [...some(OTHERS, 0.3), ...(mine() ? [ME] : [])];
  const one = () => (mine() ? ME : chance() < 0.4 ? pick(OTHERS) : undefined);
  const sent = { agency: chance() < 0.25 ? ME : pick(OTHERS), sub: chance() < 0.5 ? 'me' : 'else' };
  const informed = chance() < 0.15 ? [ME] : [];
  const by: Principal = {
    ...{ sub: 'me', agency: ME, kind: pick(KINDS), areas: [], membership: 1 },
    roles: some(Role.options, 0.25),
    ...(chance() < 0.6 && { signedInAt: '2026-11-20T13:00:00.000Z' }),
  };
  const seal = () => ({
    group: pick(SealableGroup.options),
    openTo: some(AgencyKind.options, 0.3),
  });
  const work = () => ({ agency: chance() < 0.6 ? ME : pick(OTHERS), kind: pick(WORKS) });
  const to: AccessSubject = {
    ...(chance() < 0.8 && { kind: pick(['violence', 'early-identification', 'child-in-need']) }),
    ...(chance() < 0.7 && { referrer: sent }),
    ...(chance() < 0.8 && { reporterMode: pick(['named', 'masked', 'anonymous', 'child-self']) }),
    ...{ lead: one(), onBehalfOf: one(), account: chance() < 0.1 ? 'me' : undefined },
    ...withoutAbsent({ owner: one(), ofAgency: one(), site: one(), requestedBy: one() }),
    ...{
      takenOn: chance() < 0.6,
      informedOnly: chance() < 0.2,
      informed,
      opened: some(GROUPS, 0.4),
    },
    ...{ holders: list(), asked: list(), handingOver: list(), takingOver: list(), seers: list() },
    ...{ joinedLeads: list(), participants: list(), recipients: list() },
    marks: {
      ...(chance() < 0.25 && { closedGroups: [seal()] }),
      ...(chance() < 0.25 && { addressProtected: true as const }),
    },
    openWork: chance() < 0.3 ? [work()] : [],
    onConsent:
      chance() < 0.15 ? [{ agency: ME, ...(chance() < 0.5 && { until: pick(TIMES) }) }] : [],
    ...(chance() < 0.9 && { at: NOW }),
    ...(chance() < 0.08 && { ticket: 'a-ticket' }),
    excluded: chance() < 0.06 ? [ME] : [],
    recalled: chance() < 0.06 ? [ME] : [],
    conflicted: chance() < 0.03 ? ['me'] : [],
  };
  return { by, action: pick(actions), to };
}

const withoutAbsent = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
