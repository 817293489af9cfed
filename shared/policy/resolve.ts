import type { ClockDefinition } from '../domain/clock/definition.ts';
import type { FeedbackScope } from '../domain/disclosure/feedback-scope.ts';
import type { PolicyReference } from '../domain/journal/event.ts';
import type { Edition, Overrides } from '../domain/policy/edition.ts';
import { closestClock } from './closest-clock.ts';
import { inEffect } from './dates.ts';
import { directoryOf } from './directory.ts';
import type { Pack } from './schema.ts';
import type { LoadedPack } from './seal.ts';

const clockKey = ({ name, urgency, taskKinds }: ClockDefinition) =>
  JSON.stringify([name, urgency, taskKinds]);

const referenceTo = (
  { pack: { pack }, sha256 }: LoadedPack,
  openCentres: readonly string[],
): PolicyReference => ({
  pack: pack.id,
  edition: pack.edition,
  sha256,
  ...(openCentres.length > 0 ? { openCentres: openCentres.toSorted() } : {}),
});

function rulesOf(pack: Pack, date: string) {
  const clocks = inEffect(pack.clocks.clocks, date, clockKey);
  const instruments = pack.instruments.filter(({ effectiveFrom }) => effectiveFrom <= date);
  return {
    calendar: pack.calendar,
    calls: pack.calls,
    access: pack.access,
    rules: inEffect(pack.routing.rules, date, ({ id }) => id),
    unrouted: pack.routing.unrouted,
    safety: pack.safety,
    interview: pack.interview,
    visit: pack.visit,
    refusalsToDesk: pack.works.refusals.toDesk,
    work(kind) {
      const found = pack.works.works.find((work) => work.kind === kind);
      if (!found) throw new Error(`the pack has no work ${kind}`);
      return found;
    },
    inside: pack.routing.inside,
    sameChild: pack.sameChild,
    statuses: pack.taskStatuses,
    answers: pack.answers,
    protection: pack.protection,
    recall: pack.recall,
    retention: pack.retention,
    sharing: pack.sharing,
    journal: pack.journal,
    duty: pack.duty,
    people: pack.people,
    instruments: inEffect(instruments, date, ({ id }) => id),
    instrument: (id, version) =>
      instruments.find((each) => each.id === id && each.version === version),
    clock(name, urgency, taskKind) {
      const found = closestClock(clocks, name, urgency, taskKind);
      if (!found) throw new Error(`the pack has no clock ${name} for ${urgency} ${taskKind}`);
      return found;
    },
  } satisfies Partial<Edition>;
}

function wordsOf({ codeLists: { lists } }: Pack) {
  const has: Edition['has'] = (list, code) => Object.hasOwn(lists[list], code);
  return {
    has,
    codes: (list) => Object.keys(lists[list]),
    label(list, code, lang) {
      const found = has(list, code) ? lists[list][code] : undefined;
      if (!found) throw new Error(`the pack has no words for ${list}/${code}`);
      return found[lang];
    },
  } satisfies Partial<Edition>;
}

const LEAST: FeedbackScope = { learns: [], ownWords: false };

function disclosureOf({ disclosure: { feedback } }: Pack) {
  const { general, kinds, otherwise } = feedback;
  return {
    feedbackScope(kind) {
      const scope = kind ? (kinds[kind] ?? otherwise) : undefined;
      return { ...(scope ?? LEAST), general };
    },
  } satisfies Partial<Edition>;
}

/** The edition of a checked pack that is in force on a civil date of the pack's zone. */
export const resolve = (
  loaded: LoadedPack,
  date: string,
  { openCentres = [] }: Overrides,
): Edition => ({
  reference: referenceTo(loaded, openCentres),
  ...rulesOf(loaded.pack, date),
  ...directoryOf(loaded.pack, date, openCentres),
  ...wordsOf(loaded.pack),
  ...disclosureOf(loaded.pack),
});
