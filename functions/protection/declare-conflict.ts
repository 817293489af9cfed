import { Temporal } from 'temporal-polyfill';
import type { declareConflict as contract } from '../../shared/contract/inside.ts';
import { hasRole, type Principal } from '../../shared/domain/access/principal.ts';
import { conflictView } from '../../shared/domain/disclosure/family-view.ts';
import { Conflict } from '../../shared/domain/family/parts.ts';
import type { AgencyId, CaseId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { type ShuttingDeps, shutOutBy } from '../../shared/platform/shut-out.ts';
import { familyOf } from '../../shared/store/family-facts.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Made } from '../../shared/store/journal.ts';

type Deps = ShuttingDeps & Pick<VaultedStore, 'access' | 'table'>;
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
    const earlier = await journal.earlier(principal, once);
    const own = isOwn(body, principal);
    // Whoever declared their own sees nothing of the case any more, and may ask again whether it is kept.
    const made =
      own && earlier
        ? earlier
        : await readAndDeclare(deps, { id, body, by: principal, once, earlier, own });
    const of = { kind: 'case', id } as const;
    const part = await records.part('conflict', Conflict, of, Number(made.number));
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: conflictView(part, lang, edition) };
  };

/** A person’s own; the account of a system is many people’s. */
const isOwn = (body: Call['body'], by: Principal): boolean =>
  'account' in body && body.account === by.sub && !hasRole(by, 'system');

interface Reading extends Declaring {
  readonly id: CaseId;
  readonly earlier: Made | undefined;
  readonly own: boolean;
}

async function readAndDeclare(deps: Deps, { id, earlier, own, ...call }: Reading): Promise<Made> {
  const { by } = call;
  const action = own ? 'conflict.declare-own' : 'conflict.declare';
  const beside = own ? { participants: await invited(deps, id) } : {};
  const read = await readCase(deps, { id, by, action, beside });
  return earlier ?? declared(deps, read, call);
}

/** Agencies with a part in a visit of the child, which may have no task of it. */
const invited = async ({ table }: Deps, id: CaseId): Promise<AgencyId[]> =>
  (await interviews(table).ofCase(id)).flatMap(({ site, roles }) => [
    site.agency,
    ...roles.map(({ agency }) => agency),
  ]);

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
    through: hasRole(by, 'system') ? 'system' : 'person',
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
