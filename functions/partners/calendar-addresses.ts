import type { Resource } from '../../shared/domain/resource/resource.ts';
import type { SealedBox } from '../../shared/domain/webhook/endpoint.ts';
import type { Vault } from '../../shared/platform/vault.ts';
import { resourceKey } from '../../shared/store/keys.ts';

/** Addresses of outside calendars, sealed at their resource: most are secret, and open the calendar. */
export const calendarAddresses = (vault: Pick<Vault, 'sealText' | 'openText'>) => {
  const place = ({ id, file, agency }: Pick<Resource, 'id' | 'file' | 'agency'>) => ({
    ...{ ...resourceKey(id), file, agency },
  });
  return {
    seal: (resource: Resource, url: string): Promise<SealedBox> =>
      vault.sealText(place(resource), 'outside-address', url),
    open: (resource: Resource, box: SealedBox): Promise<string> =>
      vault.openText(place(resource), 'outside-address', box),
  };
};
export type CalendarAddresses = ReturnType<typeof calendarAddresses>;
