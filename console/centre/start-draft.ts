import type { Request } from '../../shared/contract/client.ts';
import type { startVisit } from '../../shared/contract/visits.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';

type Body = Request<typeof startVisit>['body'];

/** Who is there for one role, as it is ticked at the door. */
export interface Party {
  readonly role: string;
  readonly agency: AgencyId;
  readonly here: boolean;
  readonly name: string;
  readonly video: boolean;
  readonly standIn: boolean;
  /** Somebody looked: the name is only the same. */
  readonly checked: boolean;
}

interface Role {
  readonly role: { readonly code: string };
  readonly agency: AgencyId;
  readonly parts: readonly { readonly code: string }[];
}

/** Nobody is there until somebody has said so. */
export const partiesOf = (roles: readonly Role[]): Party[] =>
  roles
    .filter(({ parts }) => parts.some(({ code }) => code === 'interview'))
    .map(({ role, agency }) => ({
      ...{ role: role.code, agency, here: false, name: '' },
      ...{ video: false, standIn: false, checked: false },
    }));

/** What is sent; `withoutMeeting` is the emergency in which nobody met before. */
export const startOf = (parties: readonly Party[], withoutMeeting: string): Body => ({
  present: present(parties).map(({ role, agency, name, video, standIn, checked }) => ({
    ...{ role, agency, video, standIn },
    ...(name.trim() && { name: name.trim() }),
    ...(checked && { sameNameChecked: true as const }),
  })),
  ...(withoutMeeting && { withoutMeeting }),
});

/** Those who are there, in the order in which they are sent: an error points at its place. */
export const present = (parties: readonly Party[]): readonly Party[] =>
  parties.filter(({ here }) => here);
