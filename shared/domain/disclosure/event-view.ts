import type { Permit } from '../access/may.ts';
import { eventTypes, type JournalEvent } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { Referral } from '../referral/referral.ts';

/** One line of a timeline. Who referred is shown only where the reporter agreed to be named. */
export const eventView = (event: JournalEvent, referral: Referral, permit: Permit, lang: Lang) => {
  const hidden =
    event.by.agency === referral.agency &&
    referral.reporterMode !== 'named' &&
    permit.rule !== 'referrer';
  return {
    type: event.type,
    label: eventTypes[event.type][lang],
    at: event.at,
    subject: event.subject,
    agency: hidden ? undefined : event.by.agency,
    codes: event.codes,
  };
};
