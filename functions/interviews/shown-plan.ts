import type { Permit } from '../../shared/domain/access/permit.ts';
import { planView } from '../../shared/domain/disclosure/interview-view.ts';
import {
  consentView,
  exceptionView,
  forbiddenTimeView,
  wishView,
} from '../../shared/domain/disclosure/visit-parts-view.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { ForbiddenTime, Wish } from '../../shared/domain/interview/childs-times.ts';
import { Exception } from '../../shared/domain/interview/exception.ts';
import { Consent } from '../../shared/domain/interview/ground.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';

type Deps = Pick<PlanDeps, 'records' | 'interviews' | 'sealing' | 'policy' | 'openCentres' | 'now'>;

export interface Reader {
  readonly permit: Permit;
  readonly lang: Lang;
}

/** The plan of a visit as it stands now, as far as this reader sees it. */
export async function shownPlan(deps: Deps, id: InterviewId, reader: Reader) {
  const { records, interviews, now } = deps;
  const of = { kind: 'interview', id } as const;
  const [visit, bookings, clocks, forbidden] = await Promise.all([
    interviews.interview(id),
    interviews.bookingsOf(id),
    records.clocksOf(of),
    records.parts('forbidden-time', ForbiddenTime, of),
  ]);
  const edition = editionAt(deps, now());
  const { permit, lang } = reader;
  return {
    ...planView({ visit, bookings, clocks, lang }, edition),
    forbiddenTimes: forbidden
      .filter(({ removedAt }) => !removedAt)
      .map((one) => forbiddenTimeView(one, lang, edition)),
    ...(permit.groups.includes('family') && (await confided(deps, visit, reader, edition))),
    shownBy: permit.rule,
    links: linksOf(visit),
  };
}

/** What is said of the family and the proceedings: for those who plan the visit, not for its people. */
async function confided(
  { records, sealing }: Deps,
  { id, facts, choices }: Interview,
  { permit, lang }: Reader,
  edition: Edition,
) {
  const of = { kind: 'interview', id } as const;
  const [consents, exceptions, wishes] = await Promise.all([
    records.parts('consent', Consent, of),
    records.parts('exception', Exception, of),
    records.parts('wish', Wish, of),
  ]);
  const words = async (part: Consent | Exception) =>
    (await sealing.open(part, permit, ['family'])).family;
  return {
    facts: facts ?? {},
    choices: choices ?? {},
    consents: await Promise.all(
      consents.map(async (one) => consentView(one, await words(one), lang, edition)),
    ),
    exceptions: await Promise.all(
      exceptions.map(async (one) => exceptionView(one, await words(one), lang, edition)),
    ),
    wishes: wishes.filter(({ removedAt }) => !removedAt).map((one) => wishView(one, lang, edition)),
  };
}

const linksOf = ({ id, case: of }: Interview) => {
  const self = `/v1/interviews/${id}`;
  return {
    self,
    case: `/v1/cases/${of}`,
    facts: `${self}/facts`,
    plan: `${self}/plan`,
    consents: `${self}/consents`,
    slots: `${self}/slots`,
  };
};
