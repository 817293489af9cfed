import type { Principal } from '../access/principal.ts';
import type { Case } from '../case/case.ts';
import { timesToldIn } from '../case/telling.ts';
import type { Further } from '../interview/further.ts';
import type { Interview } from '../interview/interview.ts';
import { bookingHindrance } from '../interview/may-book.ts';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';

interface Shown {
  readonly visit: Interview;
  readonly family: readonly Case[];
  /** Of a further interview, with its words as far as they are open to the reader. */
  readonly asked?: { readonly part: Further; readonly necessity: string | undefined } | undefined;
  readonly by: Pick<Principal, 'agency' | 'kind'>;
  readonly lang: Lang;
}

/**
 * How often the child has told, for those who must not make it tell again: the lead, the house it
 * is held in, and whoever asked for it.
 */
export function timesToldShown(
  { site, requestedBy }: Pick<Interview, 'site' | 'requestedBy'>,
  family: readonly Case[],
  { agency }: Pick<Principal, 'agency'>,
): number | undefined {
  const learns = [site.agency, requestedBy, ...family.map(({ lead }) => lead)];
  return learns.includes(agency) ? timesToldIn(family) : undefined;
}

/** Where a visit stands as far as the one interview is concerned. */
export function guardedVisitView({ visit, family, asked, by, lang }: Shown, edition: Edition) {
  const { id, status, episode, place, goesOn, order, version } = visit;
  const timesToldCount = timesToldShown(visit, family, by);
  const needs = bookingHindrance(visit);
  const self = `/v1/interviews/${id}`;
  return {
    id,
    case: visit.case,
    status,
    episode,
    place,
    ...(asked && { further: furtherView(visit, asked, lang, edition) }),
    ...(goesOn && {
      goesOn: {
        until: goesOn.until,
        childAgreedAt: goesOn.childAgreedAt,
        approved: approvedView(goesOn.approved),
      },
    }),
    ...(order && { order: { document: order.document, court: order.court } }),
    ...(needs && { needs }),
    ...(timesToldCount !== undefined && { timesToldCount }),
    version,
    links: { self, approvals: `${self}/approvals`, closure: `${self}/closure` },
  };
}

function furtherView(
  { further }: Interview,
  { part, necessity }: NonNullable<Shown['asked']>,
  lang: Lang,
  edition: Edition,
) {
  const labelled = (list: CodeListName, code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const { otherInterviewer: other } = part;
  return {
    after: part.after,
    need: labelled('furtherNeeds', part.need),
    necessity,
    topics: part.topics,
    ...(other && { otherInterviewer: labelled('otherInterviewerReasons', other) }),
    approved: approvedView(further?.approved),
  };
}

const approvedView = (approved: { at: string; agency: Interview['requestedBy'] } | undefined) =>
  approved && { at: approved.at, agency: approved.agency };
