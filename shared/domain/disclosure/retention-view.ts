import { Temporal } from 'temporal-polyfill';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { Referral } from '../referral/referral.ts';
import { heldBy, type Standing } from '../retention/erase.ts';
import { type Hold, stillHolds } from '../retention/hold.ts';
import { type Retention, ruleFor } from '../retention/retention.ts';

type Labels = Parameters<Edition['label']>[0];
const labelled = (list: Labels, code: string, lang: Lang, edition: Edition) => ({
  code,
  label: edition.label(list, code, lang),
});

/** That a record's file was erased, in words; nothing as long as it was not. */
export const erasedView = ({ erased }: Pick<Referral, 'erased'>, lang: Lang, edition: Edition) =>
  erased && {
    at: erased.at,
    rule: labelled('retentionRules', erased.rule, lang, edition),
    says: edition.label('contentStates', 'erased', lang),
  };

/** A civil day in the pack's zone. */
export const dayOf = (instant: string, { calendar }: Edition): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone).toPlainDate().toString();

interface ShownHold {
  readonly hold: Hold;
  readonly words: Details['outcome'] | undefined;
  readonly lang: Lang;
}

export function holdView({ hold, words, lang }: ShownHold, edition: Edition) {
  const { of, number, at, by, reason, liftingAsked, lifted, version } = hold;
  const self = `/v1/referrals/${of.id}/holds/${number}/lifting`;
  const links = liftingAsked ? { confirmation: `${self}/confirmation` } : { lifting: self };
  return {
    ...{ number, at, agency: by.agency, version, holds: stillHolds(hold), note: words?.note },
    reason: labelled('erasureHolds', reason, lang, edition),
    liftingAsked: liftingAsked && { at: liftingAsked.at, agency: liftingAsked.agency },
    lifted: lifted && { at: lifted.at, agency: lifted.agency },
    links: lifted ? {} : links,
  };
}

interface Shown extends Standing {
  readonly retention: Retention | undefined;
  readonly shownHolds: readonly ReturnType<typeof holdView>[];
  readonly lang: Lang;
}

/** When a file is erased, by which rule, and what would keep it now. */
export function retentionView(shown: Shown, edition: Edition) {
  const { referral, retention, lang } = shown;
  const because = referral.erased ? [] : heldBy(shown, edition);
  return {
    referral: referral.id,
    rule: labelled('retentionRules', ruleFor(referral, edition).id, lang, edition),
    since: retention?.since,
    eraseOn: retention?.deadline && dayOf(retention.deadline, edition),
    erased: erasedView(referral, lang, edition),
    keptBecause: because.map((code) => labelled('keptBecause', code, lang, edition)),
    holds: [...shown.shownHolds],
  };
}
