import { Temporal } from 'temporal-polyfill';
import type {
  correctPerpetrator as correcting,
  namePerpetrator as naming,
} from '../../shared/contract/family.ts';
import { perpetratorView } from '../../shared/domain/disclosure/family-view.ts';
import { withoutNumber } from '../../shared/domain/family/named.ts';
import type { AllegedPerpetratorPart as Perpetrator } from '../../shared/domain/family/parts.ts';
import { AllegedPerpetratorPart } from '../../shared/domain/family/parts.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { excludedAgencies } from '../../shared/domain/routing/inside.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { namedPersons } from '../../shared/platform/named-persons.ts';
import { type ReadCase, readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { placeOf, type ShuttingDeps, shutOutBy } from '../../shared/platform/shut-out.ts';
import { type Family, familyOf } from '../../shared/store/family-facts.ts';

type Deps = ShuttingDeps & Pick<VaultedStore, 'access' | 'personHash'>;
type Said = Parameters<UseCase<typeof naming>>[0]['body']['perpetrator'];

/** Names an alleged perpetrator: at once nothing more goes to whoever employs this person. */
export const namePerpetrator =
  (deps: Deps): UseCase<typeof naming> =>
  async ({ path, body, principal, lang, once }) => {
    const { journal, sealing, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'perpetrator.name' });
    const earlier = await journal.earlier(principal, once);
    if (earlier)
      return { status: 201, body: await shown(deps, read, Number(earlier.number), lang) };
    const family = await familyOf(deps, read.case);
    if (body.corrects) await refuseOtherChild(deps, read, body.corrects.referral);
    const at = now();
    const number = nextNumber(family.named);
    const part: Perpetrator = {
      ...(await said(deps, { read, family, number, version: 1 }, body.perpetrator)),
      ...(body.corrects && { corrects: body.corrects }),
      at,
      by: { sub: principal.sub, agency: principal.agency },
      alreadyWent: [],
    };
    const sealed = await sealing.seal(part, wordsOf(body.perpetrator));
    const made = { number: String(number) };
    const named = await namedIn(deps, body.perpetrator);
    const call = { read, family, part: { ...part, sealed }, by: principal, named, once, made };
    const before = await shutOutBy(deps, { ...call, type: 'perpetrator.named' });
    return { status: 201, body: await shown(deps, read, Number((before ?? made).number), lang) };
  };

/** Corrects one named before; whoever is no longer shut out by it is let in again. */
export const correctPerpetrator =
  (deps: Deps): UseCase<typeof correcting> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, sealing } = deps;
    const { caseId: id, number } = path;
    const read = await readCase(deps, { id, by: principal, action: 'perpetrator.name' });
    const of = { kind: 'case', id } as const;
    const before = await records.part('alleged-perpetrator', AllegedPerpetratorPart, of, number);
    if (before.version !== expected) throw new Refusal('changed-meanwhile');
    const family = await familyOf(deps, read.case);
    const version = before.version + 1;
    const given = await said(deps, { read, family, number, version }, body.perpetrator);
    const part: Perpetrator = { ...before, employer: undefined, ...given };
    const sealed = await sealing.seal(part, wordsOf(body.perpetrator), version, before.sealed);
    const named = await namedIn(deps, body.perpetrator);
    const changed = { ...part, sealed };
    const call = { read, family, part: changed, by: principal, named, once: undefined };
    await shutOutBy(deps, { ...call, type: 'perpetrator.corrected', made: {} });
    const view = await shown(deps, read, number, lang);
    return { status: 200, body: view, version: view.version };
  };

/** What is corrected stands in a report of this child. */
async function refuseOtherChild({ records }: Deps, { family }: ReadCase, referral: string) {
  const own = await Promise.all(family.map(({ id }) => records.referralsOf(id)));
  if (!own.flat().some((id) => id === referral)) throw new Refusal('not-found');
}

interface Place {
  readonly read: ReadCase;
  readonly family: Family;
  readonly number: number;
  readonly version: number;
}

/** What must stand in clear, so that it can be decided by: codes, and who is excluded. */
async function said(
  { policy, now }: Deps,
  { read, family, number, version }: Place,
  perpetrator: Said,
) {
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  if (!edition.has('relations', perpetrator.relation)) {
    throw new Refusal('unknown-code', [{ pointer: '/perpetrator/relation', code: 'unknown-code' }]);
  }
  const { livesWithChild, under18 } = perpetrator;
  const employer = perpetrator.employer && edition.agency(perpetrator.employer)?.id;
  const excludes = family.reports.flatMap((report) =>
    excludedAgencies([perpetrator], placeOf(report), edition),
  );
  return {
    what: 'alleged-perpetrator' as const,
    of: { kind: 'case' as const, id: read.case.id },
    number,
    version,
    file: read.case.file,
    livesWithChild,
    under18,
    ...(employer && { employer }),
    excludes: [...new Set(excludes)],
    namedAt: at,
  };
}

const wordsOf = (perpetrator: Said) => ({
  concern: { allegedPerpetrators: [withoutNumber(perpetrator)] },
});

const namedIn = ({ personHash }: Pick<Deps, 'personHash'>, perpetrator: Said) =>
  namedPersons(personHash, 'alleged-perpetrator', [perpetrator]);

async function shown(
  { records, sealing }: Deps,
  { case: opened, permit }: ReadCase,
  number: number,
  lang: Lang,
) {
  const of = { kind: 'case' as const, id: opened.id };
  const part = await records.part('alleged-perpetrator', AllegedPerpetratorPart, of, number);
  const { concern } = await sealing.open(part, permit, ['concern']);
  return perpetratorView({ part, said: concern?.allegedPerpetrators[0], lang });
}
