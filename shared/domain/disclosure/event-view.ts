import { eventTypes, type JournalEvent } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { disclosedCode, type Reader, readsAll } from './feedback-view.ts';
import { shownActor } from './mask.ts';

/** One line of a timeline. Who referred is shown only where the reporter agreed to be named. */
export const eventView = (event: JournalEvent, reader: Reader, lang: Lang, edition: Edition) => {
  return {
    type: event.type,
    label: eventTypes[event.type][lang],
    at: event.at,
    subject: event.subject,
    agency: shownActor(event, reader),
    codes: disclosedCodes(event, reader, edition),
  };
};

/** The timeline tells no more of the outcome than the feedback does. */
function disclosedCodes({ type, codes }: JournalEvent, reader: Reader, edition: Edition) {
  if (!codes || readsAll(reader)) return codes;
  // Why a referral was closed is its outcome under another name.
  if (type === 'referral.closed') return undefined;
  if (type !== 'feedback.sent' || codes.code === undefined) return codes;
  return { ...codes, code: disclosedCode(codes.code, reader, edition) };
}
