import { Temporal } from 'temporal-polyfill';
import type { explainShield as contract } from '../../shared/contract/family.ts';
import { becauseView, noticeView } from '../../shared/domain/disclosure/family-view.ts';
import { protectedAddressView } from '../../shared/domain/disclosure/protected-address.ts';
import { Notice } from '../../shared/domain/family/parts.ts';
import { shieldOf } from '../../shared/domain/family/shield.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readCase } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import { shownContacts } from './shown-contacts.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'policy' | 'now' | 'access'>;

/** Who of the family may be reached at this moment, who may not, and by which rule. */
export const explainShield =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { records, policy, now } = deps;
    const id = path.caseId;
    const read = await readCase(deps, { id, by: principal, action: 'shield.read' });
    const [family, notices] = await Promise.all([
      familyOf(deps, read.case),
      records.parts('notice', Notice, { kind: 'case', id }),
    ]);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const rules = shieldOf(householdOf(family), at);
    const body = {
      protectedAddress: protectedAddressView(
        { permit: read.permit, lead: read.case.lead, lang },
        edition,
      ),
      shielded: rules.length > 0,
      because: becauseView(rules, lang, edition),
      contacts: await shownContacts(deps, family, read.permit, lang),
      notices: notices.map((notice) => noticeView(notice, lang, edition)),
    };
    return { status: 200, body };
  };
