import * as z from 'zod';
import { line, Phone } from '../text.ts';

const reachable = {
  name: line(150),
  phone: Phone,
  mail: z.email().max(254).optional(),
  /** The account with which the person signs in: the hub's own subject of the membership. */
  account: z.string().min(1).max(128).optional(),
};

/** Somebody who can be called, by name. */
export const Reachable = z.strictObject(reachable);
export type Reachable = z.infer<typeof Reachable>;

/** Somebody who takes duty, and who stands in when that person does not answer. */
export const DutyPerson = z.strictObject({ ...reachable, deputy: Reachable.optional() });
export type DutyPerson = z.infer<typeof DutyPerson>;

/** Numbers of the country are written with its prefix, with a zero, or without anything before them. */
const PREFIX = /^(00)?995(?=\d{9}$)|^0(?=\d{9}$)/;

/** A telephone number as its digits, so that two ways of writing it are one number. */
export const phoneKey = (phone: string): string => phone.replaceAll(/\D/g, '').replace(PREFIX, '');

/** What is said of a person who acts: enough of it to find that person on a roster, or not. */
export interface Named {
  readonly phone?: string | undefined;
  readonly account?: string | undefined;
}

/** The same telephone or the same account; a name alone is nobody in particular. */
export const isSamePerson = (person: Reachable, { phone, account }: Named): boolean =>
  (account !== undefined && person.account === account) ||
  (phone !== undefined && phoneKey(person.phone) === phoneKey(phone));
