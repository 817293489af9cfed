import { Temporal } from 'temporal-polyfill';
import type { Permit } from '../../shared/domain/access/permit.ts';
import { contactView } from '../../shared/domain/disclosure/family-view.ts';
import { mayReach } from '../../shared/domain/family/shield.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { type Family, householdOf } from '../../shared/store/family-facts.ts';

/** The contacts of a case, each with whether it may be reached now, and why not. */
export async function shownContacts(
  { sealing, policy, now }: Pick<VaultedStore, 'sealing' | 'policy' | 'now'>,
  family: Family,
  permit: Permit,
  lang: Lang,
) {
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const household = householdOf(family);
  return Promise.all(
    family.contacts.map(async (contact) => {
      const { contact: opened } = await sealing.open(contact, permit, ['contact']);
      // The same answer for every kind of notice, so any of them shows it.
      const reach = mayReach(
        household,
        { is: 'safe-contact', number: contact.number },
        'reminder',
        at,
      );
      return contactView({ contact, said: opened?.safeContact, reach, lang }, edition);
    }),
  );
}
