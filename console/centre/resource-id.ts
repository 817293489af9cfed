import type { Request } from '../../shared/contract/client.ts';
import type { getResource } from '../../shared/contract/resources.ts';

/** Signs that are told apart when they are read out. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 20;

/** The agency makes up the id under which it enters something: twenty signs by chance. */
export const newResourceId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  const signs = [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return `res_${signs}` as Request<typeof getResource>['path']['resourceId'];
};
