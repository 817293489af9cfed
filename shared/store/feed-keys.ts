import type { AgencyId } from '../domain/ids.ts';
import { feedKey } from './keys.ts';
import type { Key } from './write.ts';

/** What stands beside the entries of a feed; they and its head have their keys in keys.ts. */
const beside = (agency: AgencyId, sk: string): Key => ({ ...feedKey(agency, 0), sk });

/** How far the agency's system has taken its feed over. */
export const feedPositionKey = (agency: AgencyId): Key => beside(agency, 'POSITION');

/** One taking over, up to a number; the position's version tells those apart that a rewind repeats. */
export const takenKey = (agency: AgencyId, sequence: number, version: number): Key =>
  beside(agency, `TAKEN#${feedKey(agency, sequence).sk}#${String(version).padStart(6, '0')}`);

/** The call of an account that waits for the next entry. */
export const feedWaitKey = (agency: AgencyId, sub: string): Key => beside(agency, `WAIT#${sub}`);

/** The number at which a civil day of the feed ended, and what the day brought. */
export const dayEndKey = (agency: AgencyId, day: string): Key => beside(agency, `DAYEND#${day}`);
export const digestKey = (agency: AgencyId, day: string): Key => beside(agency, `DIGEST#${day}`);
