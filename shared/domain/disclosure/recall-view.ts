import type { Permit } from '../access/permit.ts';
import { receiptNumber } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { SealableGroup } from '../protection/marks.ts';
import { isProtection } from '../recall/make.ts';
import { openCount, ownLine, type Recall, type Recipient } from '../recall/recall.ts';
import { isReferrerAlone } from '../recall/told.ts';
import { DETAIL_GROUPS } from '../referral/group.ts';
import type { Details } from '../referral/groups.ts';
import { leadOf, type Referral } from '../referral/referral.ts';

/** By whom, and by which right, a recall is read. */
export interface RecallReader {
  readonly agency: Recipient['agency'];
  readonly permit: Permit;
  readonly referral: Referral;
  /** What a prosecutor sealed of the child, and not to this kind of agency. */
  readonly sealed: readonly SealableGroup[];
}

const SEES_ALL: readonly string[] = ['lead', 'data-protection'];

/** Lead, oversight and whoever made it see every line; a recipient sees its own and no other. */
export const seesAll = (
  { permit, agency }: RecallReader,
  { from }: Pick<Recall, 'from'>,
): boolean => SEES_ALL.includes(permit.rule) || from === agency;

export const maySee = (reader: RecallReader, recall: Recall): boolean =>
  seesAll(reader, recall) || ownLine(recall, reader.agency) !== undefined;

/** An agency that is shut out, and learnt of it by mistake, is told no more than what to delete. */
const isShutOut = ({ agency, referral }: RecallReader): boolean =>
  referral.excluded?.includes(agency) ?? false;

/**
 * What is right now is told to whoever was told what was wrong: by the groups they were shown. Lead
 * and maker know it themselves. It tells of what happened: past a seal on that nobody reads it.
 */
export function readsCorrection(reader: RecallReader, recall: Recall): boolean {
  if (reader.sealed.includes('narrative')) return false;
  if (reader.permit.rule === 'lead' || recall.from === reader.agency) return true;
  if (isShutOut(reader)) return false;
  const shown = ownLine(recall, reader.agency)?.shown ?? [];
  return recall.fieldGroups.some((group) => shown.includes(group));
}

interface Shown {
  readonly recall: Recall;
  readonly reader: RecallReader;
  /** Opened only where the reader may read it. */
  readonly correction: string | undefined;
  readonly confirmed: Details['outcome']['confirmed'];
  readonly lang: Lang;
}

/** A recall reduced to what the caller may know. */
export function recallView(shown: Shown, edition: Edition) {
  const { recall, reader, lang, correction } = shown;
  const { number, of, kind, reason, at, deadline = at } = recall;
  const own = ownLine(recall, reader.agency);
  const self = `/v1/referrals/${of.id}/recalls/${number}`;
  const label = labels(lang, edition);
  return {
    ...{ referral: reader.referral.id, number, at, deadline, correction },
    kind: label('recallKinds', kind),
    reason: label('recallReasons', reason),
    from: shownMaker(shown),
    fieldGroups: groupsFor(shown),
    advice: adviceFor(shown).map((code) => label('recallAdvice', code)),
    recipients: recall.recipients.flatMap((line, place) =>
      seesAll(reader, recall) || line === own ? [lineView(shown, line, place, edition)] : [],
    ),
    version: own?.version ?? recall.version,
    links: own ? { self, confirmations: `${self}/confirmations` } : { self },
  };
}

const labels =
  (lang: Lang, edition: Edition) => (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });

function lineView(
  { reader, confirmed = [], lang }: Shown,
  line: Recipient,
  place: number,
  edition: Edition,
) {
  const label = labels(lang, edition);
  const open = line.status === 'open';
  return {
    agency:
      hidesReferrer(reader) && isReferrerAlone(line, reader.referral) ? undefined : line.agency,
    toldSince: line.toldSince,
    toldBy: line.toldBy.map((way) => label('recallWays', way)),
    status: label('recallStatuses', line.status),
    basis: line.status === 'kept' ? label('recallBases', line.basis) : undefined,
    confirmedAt: open ? undefined : line.confirmedAt,
    actingPerson: confirmed.find((one) => one.recipient === place)?.actingPerson,
  };
}

/** Whoever referred stays hidden where it asked for that; only it sees itself. */
const hidesReferrer = ({ referral, agency }: RecallReader): boolean =>
  referral.reporterMode !== 'named' && referral.agency !== agency;

function shownMaker({ recall, reader }: Shown) {
  const { referral } = reader;
  if (isShutOut(reader)) return undefined;
  const asReferrer = recall.from === referral.agency && leadOf(referral) !== recall.from;
  return asReferrer && hidesReferrer(reader) ? undefined : recall.from;
}

function groupsFor({ recall, reader }: Shown) {
  const shown = ownLine(recall, reader.agency)?.shown ?? [];
  return DETAIL_GROUPS.filter((group) => recall.fieldGroups.includes(group)).filter(
    (group) => !isShutOut(reader) || shown.length === 0 || shown.includes(group),
  );
}

function adviceFor({ recall, reader }: Shown): string[] {
  const own = ownLine(recall, reader.agency) !== undefined;
  const ofKind = {
    'consent-withdrawn': isProtection(reader.referral) ? ['consent-not-basis'] : [],
    correction: ['use-corrected'],
    'wrong-agency': own ? ['access-closed'] : [],
  } as const;
  return [...(own ? ['delete-or-basis'] : []), ...ofKind[recall.kind], 'work-goes-on'];
}

/** One line of the list of open recalls: numbers, codes and times. */
export function openRecallView(
  recall: Recall,
  { part, at }: { readonly part: 'answers' | 'waits' | 'watches'; readonly at: string },
  referral: Referral['id'],
  lang: Lang,
  edition: Edition,
) {
  const { number, deadline = recall.at } = recall;
  return {
    referral,
    receiptNumber: receiptNumber(referral),
    number,
    kind: labels(lang, edition)('recallKinds', recall.kind),
    part,
    at: recall.at,
    deadline,
    overdue: deadline <= at,
    unanswered: part === 'answers' ? undefined : openCount(recall),
    links: { self: `/v1/referrals/${referral}/recalls/${number}` },
  };
}
