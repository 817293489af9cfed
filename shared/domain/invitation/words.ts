import type { Edition } from '../policy/edition.ts';
import type { Invitation } from './invitation.ts';

/** Both languages stand in an entry: who opens a calendar is not asked for one. */
const TAKEN = { ka: 'დაკავებულია', en: 'Taken' } as const;

/** The role, or of a room and a device that it is taken; never whose interview it is. */
export function summaryOf({ role }: Pick<Invitation, 'role'>, edition: Edition): string {
  if (!role || !edition.has('visitRoles', role)) return `Ertad · ${TAKEN.ka} / ${TAKEN.en}`;
  const words = (lang: 'ka' | 'en') => edition.label('visitRoles', role, lang);
  return `Ertad · ${words('ka')} / ${words('en')}`;
}

/** The centre's code: its address is secret, and its name would say what kind of case it is. */
export const placeOf = ({ site }: Pick<Invitation, 'site'>, edition: Edition): string =>
  edition.interview.separation.find((one) => one.site === site)?.placeCode ??
  edition.interview.otherRooms.placeCode;

/** What a mail says beside the entry it carries. */
export const mailText = ({ status }: Pick<Invitation, 'status'>): MailText => MAIL[status];

interface MailText {
  readonly subject: string;
  readonly text: string;
}

const MAIL: Readonly<Record<Invitation['status'], MailText>> = {
  tentative: {
    subject: 'Ertad: დრო დროებით დაჯავშნილია / A time is held',
    text: 'თქვენი დრო დროებით დაჯავშნილია. დაადასტურეთ სისტემაში.\n\nA time of yours is held. Please confirm it in the hub.',
  },
  confirmed: {
    subject: 'Ertad: დრო დაჯავშნილია / A time is booked',
    text: 'თქვენი დრო დაჯავშნილია. დეტალები სისტემაშია.\n\nA time of yours is booked. The details are in the hub.',
  },
  cancelled: {
    subject: 'Ertad: დაჯავშნა გაუქმდა / A booking was cancelled',
    text: 'დაჯავშნა გაუქმდა: ეს დრო თავისუფალია.\n\nA booking was cancelled: the time is free again.',
  },
};
