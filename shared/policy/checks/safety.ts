import { isElapsed } from '../../domain/clock/definition.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';
import { checkTask } from './routing.ts';

/** Who is sent where the child could not be seen: both, at once. */
const SENT = ['police', 'prosecutor'];

const unknownCodes = (pack: Pack, list: 'sleepsTonight' | 'measures', codes: readonly string[]) =>
  codes
    .filter((code) => !Object.hasOwn(pack.codeLists.lists[list], code))
    .map((code) => `${code} is not in the code list ${list}`);

function checkReviews(pack: Pack): string[] {
  const { reviews, notSeenReview } = pack.safety;
  const always = reviews.filter(({ accusedAtHome }) => !accusedAtHome);
  const covered = always.flatMap(({ sleepsTonight }) => sleepsTonight);
  return [
    ...unknownCodes(
      pack,
      'sleepsTonight',
      reviews.flatMap((rule) => rule.sleepsTonight),
    ),
    ...Object.keys(pack.codeLists.lists.sleepsTonight)
      .filter((code) => !covered.includes(code))
      .map((code) => `no review for a child that sleeps: ${code}`),
    ...[...reviews, notSeenReview]
      .filter(({ within }) => !isElapsed(within))
      .map(() => 'guards a child, so a review is counted in elapsed minutes or hours only'),
  ];
}

function checkNotSeen(pack: Pack): string[] {
  const { notSeen } = pack.safety;
  const reasons = notSeen.map(({ reason }) => reason);
  const listed = Object.keys(pack.codeLists.lists.notSeenReasons);
  return [
    ...doubled(reasons).map((reason) => `${reason} stands twice`),
    ...listed.filter((code) => !reasons.includes(code)).map((code) => `nobody is sent: ${code}`),
    ...reasons.filter((code) => !listed.includes(code)).map((code) => `${code} is no reason`),
    ...notSeen.flatMap(({ reason, tasks }) => [
      ...tasks.flatMap((task) => checkTask(pack, task, true)),
      ...SENT.filter(
        (kind) => !tasks.some(({ to, urgency }) => to.agencyKind === kind && urgency === 'urgent'),
      ).map((kind) => `${reason} sends no ${kind} at once`),
    ]),
  ];
}

/** Whatever hinders closing says what to do about it. */
const checkSteps = ({ codeLists: { lists } }: Pack): string[] =>
  Object.keys(lists.closureConditions)
    .filter((code) => !Object.hasOwn(lists.closureSteps, code))
    .map((code) => `nothing says what to do about ${code} (code list closureSteps)`);

/** Every place a child can sleep has a review, and for every reason not to be seen people are sent. */
export function checkSafety(pack: Pack): readonly Problem[] {
  const kinds = pack.safety.measures.map(({ kind }) => kind);
  const says = [
    ...checkReviews(pack),
    ...unknownCodes(pack, 'measures', kinds),
    ...doubled(kinds).map((kind) => `${kind} stands twice`),
    ...checkNotSeen(pack),
    ...checkSteps(pack),
  ];
  return says.map((one) => problem('safety.json', '', one));
}
