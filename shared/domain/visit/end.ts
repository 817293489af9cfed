import type { Interview, InterviewResult } from '../interview/interview.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import { goingOn } from './breaks.ts';
import { liftedBy, type Visibility } from './firewall.ts';
import type { Session } from './session.ts';
import { partOfVisit, type StepBy, visitEvent } from './step.ts';
import type { Topic } from './topic.ts';

interface Ending {
  readonly visit: Interview;
  readonly session: Session | undefined;
  readonly topics: readonly Topic[];
  readonly seen: readonly Visibility[];
  readonly result: InterviewResult;
  /** Numbers of topics that were covered, and of those that were not, each with its reason. */
  readonly covered: readonly number[];
  readonly notAsked: readonly { readonly number: number; readonly reason: string }[];
}

/** The interview has ended: its result, and of each topic what became of it. */
export function end(ending: Ending, step: StepBy, edition: Edition): Decision {
  const { topics, seen, result } = ending;
  const { visit, session } = goingOn(ending.visit, ending.session);
  if (session.breaks.some(({ to }) => to === undefined)) throw new Refusal('break-open');
  const opened = liftedBy(result, edition);
  const next: Interview = {
    ...visit,
    version: visit.version + 1,
    result,
    endedAt: step.at,
    ...(opened && { opened: [...opened] }),
  };
  const lifted: Visibility[] = opened
    ? [
        {
          ...partOfVisit('visibility', visit, seen.length + 1, step),
          because: 'lifted',
          permits: [],
          groups: [...opened],
        },
      ]
    : [];
  const ended: Session = { ...session, version: session.version + 1, endedAt: step.at, result };
  const kept: Kept[] = [next, ended, ...outcomes(topics, ending, edition), ...lifted];
  const codes = { result, number: String(session.number) };
  return { kept, events: [visitEvent({ type: 'interview.ended', visit: next, codes }, step)] };
}

/** Only a topic that was dropped beforehand needs nothing said; that is what spares the child. */
function outcomes(
  topics: readonly Topic[],
  { covered, notAsked }: Pick<Ending, 'covered' | 'notAsked'>,
  edition: Edition,
): Topic[] {
  const wrong = notAsked.findIndex(({ reason }) => !edition.has('topicNotAskedReasons', reason));
  if (wrong >= 0) {
    throw new Refusal('unknown-code', [
      { pointer: `/notAsked/${wrong}/reason`, code: 'unknown-code' },
    ]);
  }
  const open = topics.filter(isOpen);
  const unsaid = open.filter(
    ({ number }) => !covered.includes(number) && !notAsked.some((one) => one.number === number),
  );
  if (unsaid.length > 0) throw new Refusal('topics-open', unsaid.map(named));
  return open.map((topic) => {
    const reason = notAsked.find(({ number }) => number === topic.number)?.reason;
    const outcome = reason
      ? { state: 'not-asked' as const, reason }
      : { state: 'covered' as const };
    return { ...topic, version: topic.version + 1, outcome };
  });
}

/** Of an earlier sitting what was covered stays covered; what was not asked then is open again. */
const isOpen = ({ topic, review, outcome }: Topic): boolean =>
  topic !== undefined && review?.decision !== 'dropped' && outcome?.state !== 'covered';

const named = ({ number }: Topic): Hindrance => ({
  pointer: `topics/${number}`,
  code: 'topic-open',
});
