import type { perpetrators as contract } from '../../shared/contract/family.ts';
import { perpetratorView } from '../../shared/domain/disclosure/family-view.ts';
import { AllegedPerpetratorPart } from '../../shared/domain/family/parts.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'now'>;

/** Whom somebody named since the report, and what had gone to their employers before. */
export const listPerpetrators =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, sealing } = deps;
    const id = path.caseId;
    const { permit } = await readCase(deps, { id, by: principal, action: 'perpetrator.read' });
    const of = { kind: 'case', id } as const;
    const named = await records.parts('alleged-perpetrator', AllegedPerpetratorPart, of);
    const items = await Promise.all(
      named.map(async (part) => {
        const { concern } = await sealing.open(part, permit, ['concern']);
        return perpetratorView({ part, said: concern?.allegedPerpetrators[0], lang });
      }),
    );
    return { status: 200, body: { items } };
  };
