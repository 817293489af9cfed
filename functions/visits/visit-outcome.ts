import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { visitOutcome as contract, TopicOutcome } from '../../shared/contract/aftercare.ts';
import { holderOf } from '../../shared/domain/visit/ledger.ts';
import { lastSession } from '../../shared/domain/visit/session.ts';
import type { Topic } from '../../shared/domain/visit/topic.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { careOf } from './aftercare.ts';
import { ledgerOf } from './recordings.ts';
import { sessionsOf } from './sessions.ts';
import { topicsOf, worded } from './topics.ts';
import { type Labeller, labelIn, labeller, readVisit, type VisitDeps } from './visit.ts';

/** What the interview brought the agency that asks: what of its own questions was covered. */
export const visitOutcome =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path: { interviewId: id }, principal: by, lang }) => {
    const read = await readVisit(deps, { id, by, action: 'visit.read' });
    const [sessions, topics, ledger, care] = await Promise.all([
      sessionsOf(deps, id),
      topicsOf(deps, read),
      ledgerOf(deps, id),
      careOf(deps, id),
    ]);
    const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
    const label = labeller(edition, lang);
    const last = lastSession(sessions);
    const own = await worded(
      deps,
      topics.filter(({ agency }) => agency === by.agency),
      read,
    );
    return {
      status: 200,
      body: {
        status: read.interview.status,
        result: last?.result ? label('interviewResults', last.result) : undefined,
        endedAt: last?.endedAt,
        topics: own.flatMap(({ topic, words }) => topicView(topic, words, label)),
        recordings: ledger.flatMap((item) =>
          item.kind === 'filed'
            ? {
                number: item.number,
                content: label('ledgerItems', item.content),
                holder: holderOf(ledger, item),
              }
            : [],
        ),
        followUps: care.flatMap(({ code, followUp }) =>
          followUp ? { item: labelIn(edition.interview.after, code, lang), on: followUp } : [],
        ),
      },
    };
  };

function topicView(
  topic: Topic,
  question: string | undefined,
  label: Labeller,
): readonly z.input<typeof TopicOutcome>[] {
  if (!topic.topic) return [];
  const { state, reason } = becameOf(topic, label);
  return [
    { number: topic.number, topic: label('interviewTopics', topic.topic), question, state, reason },
  ];
}

/** Covered or not asked once the interview has ended; before it, open or dropped. */
function becameOf({ review, outcome }: Topic, label: Labeller) {
  if (outcome) {
    const reason = outcome.reason ? label('topicNotAskedReasons', outcome.reason) : undefined;
    return { state: outcome.state, reason };
  }
  if (review?.decision !== 'dropped') return { state: 'open' as const, reason: undefined };
  const reason = review.reason ? label('topicDroppedReasons', review.reason) : undefined;
  return { state: 'dropped' as const, reason };
}
