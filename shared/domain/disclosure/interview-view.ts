import { type Booking, isLive } from '../booking/booking.ts';
import { explain } from '../clock/explain.ts';
import type { Clock } from '../clock/state.ts';
import { breaksDeadline, lacking } from '../interview/change.ts';
import { inWords } from '../interview/explained.ts';
import type { GoesOn } from '../interview/goes-on.ts';
import { mayStart } from '../interview/ground.ts';
import type { Interview } from '../interview/interview.ts';
import { bookingHindrance } from '../interview/may-book.ts';
import type { PlannedRole } from '../interview/role.ts';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';

interface Shown {
  readonly visit: Interview;
  readonly bookings: readonly Booking[];
  readonly clocks: readonly Clock[];
  readonly lang: Lang;
}

/** The words of the pack in one language. */
export const wordsIn = (lang: Lang, edition: Edition) => {
  const labelled = (list: CodeListName, code: string) => ({
    code,
    label: edition.has(list, code) ? edition.label(list, code, lang) : code,
  });
  const reason = (code: string) => ({ code, label: inWords({ code }, lang, edition) });
  return { labelled, reason };
};
type Words = ReturnType<typeof wordsIn>;

/** The plan of a visit in words, as everybody sees it who may see it at all. */
export function planView({ visit, bookings, clocks, lang }: Shown, edition: Edition) {
  const words = wordsIn(lang, edition);
  const { labelled, reason } = words;
  const { id, version, episode, place, requestedBy, openedAt, ground, order, site } = visit;
  const { siblings, goesOn } = visit;
  return {
    ...{ id, version, episode, place, requestedBy, openedAt },
    case: visit.case,
    status: labelled('interviewStatuses', visit.status),
    deadline: deadlineView(visit, clocks, words, lang, edition),
    ...formView(visit, lang, edition),
    ground: labelled('grounds', ground),
    mayStart: mayStart(ground),
    ...(order && { order }),
    site: {
      agency: site.agency,
      ...(site.insteadOf && { insteadOf: site.insteadOf }),
      travelMinutes: travelMinutes(visit, edition),
      because: site.because.map(reason),
    },
    parts: visit.parts.map(({ part, ...length }) => ({
      part: labelled('visitParts', part),
      ...length,
    })),
    medical: medicalView(visit, bookings, words),
    roles: visit.roles.map((role) => roleView(role, words)),
    needs: visit.needs.map((code) => labelled('visitNeeds', code)),
    language: visit.language,
    explained: (visit.explained ?? []).map(({ about, code, values }) => ({
      about,
      code,
      label: inWords({ code, values }, lang, edition),
    })),
    ...(siblings && { siblings }),
    ...(goesOn && { goesOn: goesOnView(goesOn) }),
    unbookable: bookingHindrance(visit),
    bookings: bookings.map((booking) => bookingView(visit, booking, words)),
  };
}

const goesOnView = ({ until, childAgreedAt, approved }: GoesOn) => ({
  until,
  childAgreedAt,
  ...(approved && { approved: { agency: approved.agency, at: approved.at } }),
});

function deadlineView(
  { tier, breach, unreachable }: Interview,
  clocks: readonly Clock[],
  { labelled, reason }: Words,
  lang: Lang,
  edition: Edition,
) {
  const clock = clocks.find(({ name }) => name === 'interview-held');
  const rule = edition.interview.tiers.find((one) => one.tier === tier.tier);
  return {
    tier: tier.tier,
    why: rule?.why[lang] ?? '',
    startedAt: tier.startedAt,
    dueAt: tier.dueAt,
    reasons: tier.reasons.map(reason),
    ...(clock && { because: explain(clock.steps, lang) }),
    ...(breach && { breach: { reason: labelled('breachReasons', breach.reason), at: breach.at } }),
    ...(unreachable && { unreachableSince: unreachable.since }),
  };
}

function formView({ legalForm }: Interview, lang: Lang, edition: Edition) {
  const forms = edition.interview.legalForms.map(({ form, consequence }) => ({
    code: form,
    label: edition.label('legalForms', form, lang),
    consequence: consequence[lang],
  }));
  const chosen = forms.find(({ code }) => code === legalForm);
  return chosen ? { legalForm: chosen } : { legalForms: forms };
}

const travelMinutes = ({ municipality, site }: Interview, { interview: { travel } }: Edition) =>
  travel.minutes[municipality]?.[site.agency] ?? travel.unknown;

function medicalView(
  { medical }: Interview,
  bookings: readonly Booking[],
  { labelled, reason }: Words,
) {
  const { order, because, by, ordered } = medical;
  const visit = bookings.find((one) => isLive(one) && one.purpose === 'visit');
  const examined = visit?.parts.find(({ part }) => part === 'medical');
  const held = examined?.end ?? visit?.start;
  return {
    ...(order && { order: labelled('medicalOrders', order) }),
    because: reason(because),
    ...(by && { by }),
    ordered,
    pulledForward: by !== undefined && held !== undefined && held > by,
  };
}

function roleView(role: PlannedRole, { labelled, reason }: Words) {
  const { required, video, standIn, from, agency, languages, qualification, sex } = role;
  return {
    role: labelled('visitRoles', role.role),
    parts: role.parts.map((part) => labelled('visitParts', part)),
    place: labelled('visitPlaces', role.place),
    ...{ required, video, standIn, from, agency, languages },
    ...(qualification && { qualification: labelled('qualifications', qualification) }),
    ...(sex && { sex: labelled('sexes', sex) }),
    because: role.because.map(reason),
  };
}

function bookingView(visit: Interview, booking: Booking, { labelled }: Words) {
  const { id, purpose, state, start, end, agencies } = booking;
  return {
    ...{ id, purpose, start, end },
    state: labelled('bookingStates', state),
    ...(booking.state === 'held' && { expiresAt: booking.expiresAt }),
    breaksDeadline: isLive(booking) && purpose === 'visit' && breaksDeadline(visit, booking),
    lacks:
      isLive(booking) && purpose === 'visit'
        ? lacking(visit, booking).map((code) => labelled('visitRoles', code))
        : [],
    agencies: agencies.map((one) => ({
      agency: one.agency,
      roles: one.roles.map((code) => labelled('visitRoles', code)),
      state: one.state,
    })),
  };
}
