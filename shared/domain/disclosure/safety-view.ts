import type { Permit } from '../access/permit.ts';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import type { Group } from '../referral/group.ts';
import type { Details } from '../referral/groups.ts';
import type { CaseStanding } from '../safety/conditions.ts';
import { lapseOf, type SafetyDecision, type SeenDecision } from '../safety/decision.ts';
import { FourTrack, trackHasEnded } from '../safety/tracks.ts';
import { trackIsWaived } from '../safety/waived.ts';
import type { Waiver } from '../safety/waiver.ts';
import { hidesAddress } from './protected-address.ts';

interface ShownDecision {
  readonly decision: SafetyDecision;
  /** Opened only where `wordsOfSafety` allows it. */
  readonly words: Details['outcome'] | undefined;
  readonly permit: Permit;
  readonly at: string;
  readonly lang: Lang;
}

/** The words of a decision retell the account: only whose work needs the worry reads them. */
export const wordsOfSafety = ({ groups }: Permit): Group[] =>
  groups.includes('concern') && groups.includes('outcome') ? ['outcome'] : [];

/** A decision on safety as far as the reader's work needs it. */
export function safetyView({ decision, words, permit, at, lang }: ShownDecision, edition: Edition) {
  const label = labeller(edition, lang);
  const common = {
    number: decision.number,
    at: decision.at,
    agency: decision.by.agency,
    result: decision.result,
    reviewBy: decision.reviewBy,
    reason: words?.note,
    shownBy: permit.rule,
  };
  if (decision.result === 'not-seen') {
    const { notSeen, triedAt, where, opened } = decision;
    return {
      ...common,
      // It answers nothing: it only says who was sent.
      current: false,
      notSeen: label('notSeenReasons', notSeen),
      triedAt,
      where: where ? label('childNowPlaces', where) : undefined,
      opened,
    };
  }
  return {
    ...common,
    current: lapseOf([decision], at) === undefined,
    childSeenAt: decision.childSeenAt,
    seenAlone: decision.seenAlone,
    seenBy: words?.actingPerson,
    siblingsChecked: decision.siblingsChecked,
    ...protection(decision, words, permit, label),
  };
}

type Label = ReturnType<typeof labeller>;
const labeller = (edition: Edition, lang: Lang) => (list: CodeListName, code: string) => ({
  code,
  label: edition.label(list, code, lang),
});

/** Where a child can be found is for those whose work takes them there. */
function protection(
  decision: SeenDecision,
  words: Details['outcome'] | undefined,
  permit: Permit,
  label: Label,
) {
  const open = permit.groups.includes('whereabouts');
  if (!open && !hidesAddress(permit)) return {};
  const { where, sleepsTonight, measures } = decision;
  return {
    // What protects the child is known to whoever works on it, even where its address is not.
    ...(open && {
      where: label('childNowPlaces', where),
      sleepsTonight: label('sleepsTonight', sleepsTonight),
    }),
    measures: measures.map(({ kind, perpetrator, validUntil }, i) => ({
      kind: label('measures', kind),
      perpetrator,
      against: words?.against?.find(({ measure }) => measure === i)?.who,
      validUntil,
    })),
  };
}

type TrackStanding = Pick<CaseStanding, 'tasks' | 'reports' | 'waivers'>;

/** The four tracks of a case, each as it stands. */
export const tracksView = (standing: TrackStanding, lang: Lang, edition: Edition) =>
  FourTrack.options.map((code) => ({
    code,
    label: edition.label('tracks', code, lang),
    state: stateOf(code, standing),
  }));

function stateOf(track: FourTrack, standing: TrackStanding): 'ended' | 'waived' | 'open' {
  if (trackHasEnded(track, standing)) return 'ended';
  return trackIsWaived(track, standing.waivers, standing) ? 'waived' : 'open';
}

interface ShownWaiver {
  readonly waiver: Waiver;
  readonly words: Details['outcome'] | undefined;
  /** It still covers what stands in the case. */
  readonly holds: boolean;
  readonly lang: Lang;
}

/** A waiver: who asked for what, who confirmed it, and whether it still holds. */
export function waiverView({ waiver, words, holds, lang }: ShownWaiver, edition: Edition) {
  const { number, at, by, waives, reason, confirmed, version, of } = waiver;
  return {
    number,
    at,
    agency: by.agency,
    ...(waives.kind === 'track' ? { track: waives.track } : { task: waives.task }),
    reason: { code: reason, label: edition.label('waiverReasons', reason, lang) },
    askedBy: words?.actingPerson,
    note: words?.note,
    confirmed: confirmed && { at: confirmed.at, agency: confirmed.by.agency },
    holds,
    version,
    links: { confirmation: `/v1/cases/${of.id}/waivers/${number}/confirmation` },
  };
}
