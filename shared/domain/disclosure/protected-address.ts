import type { Permit } from '../access/permit.ts';
import type { AgencyId } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

/** The rule of access that closes an address. */
const RULE = 'protected-address';

/** Whether that rule, and nothing else, keeps the address from this reader. */
export const hidesAddress = ({ withheld = {} }: Permit): boolean =>
  withheld.whereabouts === RULE || withheld.contact === RULE;

interface Hidden {
  readonly permit: Permit;
  readonly lead: AgencyId | undefined;
  readonly lang: Lang;
}

/**
 * In the place of a protected address: that it is protected, and whom to ask. The lead is told by
 * what work it sees it, for it gives that work.
 */
export function protectedAddressView({ permit, lead, lang }: Hidden, edition: Edition) {
  if (!hidesAddress(permit)) return undefined;
  const leads = permit.rule.startsWith('lead');
  const ask = leads ? undefined : lead;
  const name = ask && (edition.agency(ask)?.name[lang] ?? ask);
  const words = edition.label('addressWords', name ? 'ask' : 'open-work', lang);
  return { says: words.replace('{agency}', name ?? ''), ask };
}
