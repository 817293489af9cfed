import { Temporal } from 'temporal-polyfill';
import type { rewindFeed as contract } from '../../shared/contract/feed.ts';
import { rewound } from '../../shared/domain/feed/position.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { positionView } from './feed-view.ts';
import type { PositionDeps } from './position.ts';

type Deps = PositionDeps & Pick<Store, 'policy' | 'bytes'>;

/** Back to an earlier number: by the agency for itself, by oversight for any. Journalled. */
export const rewindFeed =
  ({ journal, feeds, positions, policy, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ body, principal, once }) => {
    const { to, reason, agency = principal.agency } = body;
    may(principal, 'feed.rewind', { ofAgency: agency });
    const at = now();
    mustBeKnown(body, policy.at(Temporal.Instant.from(at)));
    const [stands, head] = await Promise.all([positions.find(agency), feeds.head(agency)]);
    // A repetition finds the position where the first call put it.
    const before = await journal.earlier(principal, once);
    if (before) return answered(positionView(agency, stands, head));
    const event = newEventId(bytes);
    const back = rewound({ agency, stands, to, reason, by: principal, at, event });
    const also = [positions.moved(back.position)];
    const made = { position: String(back.position.version) };
    const decision = { kept: [], events: [back.told] };
    const meanwhile = await journal.commit(decision, { by: principal, also, once, made });
    const reached = meanwhile ? await positions.find(agency) : back.position;
    return answered(positionView(agency, reached, head));
  };

const answered = (body: ReturnType<typeof positionView>) => ({
  status: 200 as const,
  body,
  version: body.version,
});

function mustBeKnown(
  { reason, agency }: { reason: string; agency?: string | undefined },
  edition: Edition,
) {
  if (!edition.has('rewindReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  if (agency !== undefined && !edition.agency(agency)) {
    throw new Refusal('unknown-agency', [{ pointer: '/agency', code: 'unknown-agency' }]);
  }
}
