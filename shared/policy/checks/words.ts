import { Called, CallResult, LadderRole, LadderWay } from '../../domain/call/call.ts';
import { ClockName } from '../../domain/clock/definition.ts';
import { AgencyKind } from '../../domain/directory/agency.ts';
import type { CodeListName } from '../../domain/policy/code-lists.ts';
import { RecallKind, RecallStatus, ToldBy } from '../../domain/recall/recall.ts';
import { ReferralKind } from '../../domain/referral/kind.ts';
import { TaskRole, TaskStatus, Track, Urgency } from '../../domain/task/statuses.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Codes the hub itself knows: its lists have exactly these. */
const CLOSED: readonly (readonly [CodeListName, readonly string[]])[] = [
  ['agencyKinds', AgencyKind.options],
  ['clocks', ClockName.options],
  ['ladderRoles', LadderRole.options],
  ['ladderWays', LadderWay.options],
  ['callResults', CallResult.options],
  ['calledPersons', Called.options],
  ['taskRoles', TaskRole.options],
  ['taskStatuses', TaskStatus.options],
  ['tracks', Track.options],
  ['urgencies', Urgency.options],
  ['referralKinds', ReferralKind.options],
  ['recallKinds', RecallKind.options],
  ['recallStatuses', RecallStatus.options],
  ['recallWays', ToldBy.options],
];

/** Every code of the hub has words, and no list has words for a code the hub does not know. */
export const checkWords = ({ codeLists: { lists } }: Pack): readonly Problem[] =>
  CLOSED.flatMap(([list, codes]) => {
    const listed = Object.keys(lists[list]);
    return [
      ...codes
        .filter((code) => !listed.includes(code))
        .map((code) => problem('code-lists.json', `lists.${list}`, `has no words for ${code}`)),
      ...listed
        .filter((code) => !codes.includes(code))
        .map((code) => problem('code-lists.json', `lists.${list}.${code}`, 'is not a known code')),
    ];
  });
