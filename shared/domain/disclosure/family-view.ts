import type {
  AllegedPerpetratorPart,
  Conflict,
  Notice,
  SafeContactPart,
  Speaker,
  Went,
} from '../family/parts.ts';
import type { Reach, ShieldRule } from '../family/shield.ts';
import { EventType, eventTypes } from '../journal/event.ts';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';

const labelled = (edition: Edition, lang: Lang) => (list: CodeListName, code: string) => ({
  code,
  label: edition.label(list, code, lang),
});

/** What had already gone to an agency, each in the words of its event. */
export const wentView = (went: readonly Went[], lang: Lang) =>
  went.map(({ type, at, subject, agency }) => {
    const { data } = EventType.safeParse(type);
    return { type, label: data ? eventTypes[data][lang] : type, at, subject, agency };
  });

interface ShownPerpetrator {
  readonly part: AllegedPerpetratorPart;
  readonly said: Details['concern']['allegedPerpetrators'][number] | undefined;
  readonly lang: Lang;
}

export const perpetratorView = ({ part, said, lang }: ShownPerpetrator) => ({
  number: part.number,
  version: part.version,
  at: part.namedAt,
  agency: part.by.agency,
  perpetrator: said,
  corrects: part.corrects,
  excludes: part.excludes,
  alreadyWent: wentView(part.alreadyWent, lang),
});

interface ShownSpeaker {
  readonly speaker: Speaker;
  readonly person: Details['family']['speaker'];
  readonly reason: string | undefined;
  readonly current: boolean;
  readonly lang: Lang;
}

export const speakerView = (
  { speaker, person, reason, current, lang }: ShownSpeaker,
  edition: Edition,
) => ({
  number: speaker.number,
  at: speaker.at,
  agency: speaker.by.agency,
  capacity: labelled(edition, lang)('capacities', speaker.capacity),
  person: person && { name: person.name, ...(person.phone && { phone: person.phone }) },
  account: speaker.account,
  ...speaker.ties,
  reason,
  from: speaker.from,
  to: speaker.to,
  current,
});

/** Rules of the shield in words. */
export const becauseView = (rules: readonly ShieldRule[], lang: Lang, edition: Edition) =>
  rules.map((rule) => labelled(edition, lang)('shieldRules', rule));

interface ShownContact {
  readonly contact: SafeContactPart;
  readonly said: Details['contact']['safeContact'];
  readonly reach: Reach;
  readonly lang: Lang;
}

export const contactView = ({ contact, said, reach, lang }: ShownContact, edition: Edition) => ({
  number: contact.number,
  version: contact.version,
  at: contact.at,
  contact: said,
  ...contact.ties,
  inHousehold: contact.inHousehold,
  withdrawnAt: contact.withdrawnAt,
  mayReach: reach.may,
  because: reach.may ? [] : becauseView(reach.rules, lang, edition),
});

export const noticeView = (notice: Notice, lang: Lang, edition: Edition) => ({
  number: notice.number,
  at: notice.at,
  kind: labelled(edition, lang)('noticeKinds', notice.kind),
  language: notice.language,
  contact: notice.contact,
  state: notice.state,
  sentAt: notice.sentAt,
  notSentBecause: notice.notSentBecause?.map((rule) =>
    labelled(edition, lang)('shieldRules', rule),
  ),
});

/** A declared conflict: the account, never a name. */
export const conflictView = (conflict: Conflict, lang: Lang, edition: Edition) => ({
  number: conflict.number,
  at: conflict.at,
  account: conflict.account,
  agency: conflict.agency,
  reason: labelled(edition, lang)('conflictReasons', conflict.reason),
  declaredBy: conflict.by.agency,
  alreadyWent: wentView(conflict.alreadyWent, lang),
  undone: conflict.undone && { at: conflict.undone.at, agency: conflict.undone.by.agency },
  version: conflict.version,
});
