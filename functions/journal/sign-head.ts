import { Temporal } from 'temporal-polyfill';
import type { signHead as contract } from '../../shared/contract/journal.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { type SigningDeps, signHead as sign } from '../../shared/platform/signing-heads.ts';
import { headView } from './head-view.ts';

type Deps = Pick<VaultedStore, 'policy' | 'now'> & SigningDeps;

/** A head on demand: before a server is moved, or when somebody doubts the journal. */
export const signHead =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ principal, once }) => {
    may(principal, 'journal.sign');
    const at = deps.now();
    const edition = deps.policy.at(Temporal.Instant.from(at));
    const head = await sign(deps, { at, edition, by: principal, once });
    // Nothing has happened in this hub yet.
    if (!head) throw new Refusal('not-found');
    const body = headView(head);
    return { status: 201, body, location: body.links.self };
  };
