import { Temporal } from 'temporal-polyfill';
import type { declareConflict as contract } from '../../shared/contract/inside.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { conflictView } from '../../shared/domain/disclosure/family-view.ts';
import { Conflict } from '../../shared/domain/family/parts.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf } from '../../shared/store/family-facts.ts';
import type { Made } from '../../shared/store/journal.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { type ShuttingDeps, shutOutBy } from './shut-out.ts';

type Deps = ShuttingDeps & Pick<VaultedStore, 'access'>;
type Call = Parameters<UseCase<typeof contract>>[0];
type Declaring = Pick<Call, 'body' | 'once'> & { readonly by: Principal };

/**
 * A decision on an account or a whole agency, never on a name: it is shut out of the case at once,
 * and its work goes over in the same transaction.
 */
export const declareConflict =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'conflict.declare' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await declared(deps, read, { body, by: principal, once }));
    const of = { kind: 'case', id } as const;
    const part = await records.part('conflict', Conflict, of, Number(made.number));
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: conflictView(part, lang, edition) };
  };

async function declared(deps: Deps, read: ReadCase, { body, by, once }: Declaring): Promise<Made> {
  const { policy, now } = deps;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  check(body, edition);
  const family = await familyOf(deps, read.case);
  const number = nextNumber(family.conflicts);
  const part: Conflict = {
    what: 'conflict',
    of: { kind: 'case', id: read.case.id },
    number,
    version: 1,
    file: read.case.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    ...body,
    alreadyWent: [],
  };
  const made = { number: String(number) };
  const call = { read, family, part, by, once, made };
  return (await shutOutBy(deps, { ...call, type: 'conflict.declared' })) ?? made;
}

function check(body: Call['body'], edition: Edition): void {
  if (!edition.has('conflictReasons', body.reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  if ('agency' in body && !edition.agency(body.agency)) {
    throw new Refusal('unknown-agency', [{ pointer: '/agency', code: 'unknown-agency' }]);
  }
}
