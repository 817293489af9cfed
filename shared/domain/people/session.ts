import { Temporal } from 'temporal-polyfill';
import type { Principal } from '../access/principal.ts';
import { Refusal } from '../refusal.ts';
import { text } from '../time.ts';
import type { Member } from './member.ts';

/** What a verified token says of whoever shows it. */
export interface Shown {
  readonly sub: string;
  /** Of a person: when it signed in with the second factor, and the sign-in itself. */
  readonly signedInAt?: string | undefined;
  readonly session?: string | undefined;
  /** Of the certificate the connection was made with. */
  readonly certificate?: string | undefined;
}

/** So many single sign-ins are remembered as ended; with one more, all of them are over. */
const REMEMBERED = 20;

/** Whether the sign-in behind a token still counts. */
export const isOver = (member: Member, { signedInAt, session }: Shown): boolean => {
  if (signedInAt === undefined) return false;
  if (member.sessionsFrom && signedInAt < member.sessionsFrom) return true;
  return member.endedSessions?.some((ended) => ended.session === session) ?? false;
};

/** Whether whoever must show a certificate shows another one, or none. */
export const lacksCertificate = ({ certificates }: Member, { certificate }: Shown): boolean =>
  certificates !== undefined &&
  certificates.length > 0 &&
  (certificate === undefined || !certificates.includes(certificate));

interface End {
  readonly at: string;
  /** How long a sign-in lives at most, after which nobody needs to be told that it is over. */
  readonly hours: number;
}

/** The membership after all sign-ins of the person have been ended. */
export const endedAll = (member: Member, at: string): Member => {
  const { endedSessions, ...rest } = member;
  return { ...rest, sessionsFrom: at, version: member.version + 1 };
};

/** The membership after this one sign-in has been ended. */
export function endedOne(member: Member, session: string, { at, hours }: End): Member {
  const still = (member.endedSessions ?? []).filter(({ until }) => until > at);
  if (still.length >= REMEMBERED) return endedAll(member, at);
  const until = text(Temporal.Instant.from(at).add({ hours }));
  const endedSessions = [...still, { session, until }];
  return { ...member, endedSessions, version: member.version + 1 };
}

/** Whoever gives or takes rights shows the second factor anew, when the last time is long ago. */
export function checkFresh({ signedInAt }: Principal, at: string, minutes: number): void {
  const since = Temporal.Instant.from(at).subtract({ minutes });
  if (signedInAt === undefined || signedInAt < text(since)) throw new Refusal('sign-in-again');
}
