import { examples } from '../../../shared/contract/examples/index.ts';
import type { World } from '../world.ts';
import { endpointOf, given, type Ids, pathOf } from './teller.ts';

/**
 * Systems of agencies with no part in the child’s case, one of each kind. The oversight body is none of
 * them: it watches every case, by rules of its own.
 */
export const STRANGERS = [
  ...['school-tbilisi', 'kindergarten-zestaponi', 'resource-centre-tbilisi', 'agency-tbilisi'],
  ...['police-tbilisi', 'prosecutor-tbilisi', 'municipality-tbilisi', 'centre-tbilisi'],
  ...['clinic-tbilisi', 'mobile-group-tbilisi', 'hotline-1505', 'court-tbilisi'],
  ...['legal-aid-tbilisi'],
];

/** Accounts that become people of a foreign unit, each with one role and no other. */
export const ROLES = [
  { sub: 'school-baghdati', role: 'worker' },
  { sub: 'resource-centre-baghdati', role: 'duty' },
  { sub: 'municipality-baghdati', role: 'safety-person' },
  { sub: 'hotline-116006', role: 'supervisor' },
  { sub: 'municipality-kutaisi', role: 'administrator' },
] as const;

/** A body of the form the endpoint wants: what is in it must not come to matter. */
export function validBody(operation: string): unknown {
  const { body } = endpointOf(operation);
  if (!body) return undefined;
  const [example] = Object.values(examples[operation]?.bodies ?? {});
  const value = example?.value ?? {};
  if (!body.safeParse(value).success) throw new Error(`${operation} has no valid example`);
  return value;
}

/** What a caller can tell two answers apart by: all but the moment and the number of the request. */
export function seen({ status, headers, text }: Awaited<ReturnType<World['raw']>>) {
  const { date: _, ...rest } = headers;
  const { instance, ...body } = JSON.parse(text || '{}') as Record<string, unknown>;
  return { status, headers: rest, body, numbered: typeof instance };
}

let asked = 0;
/** A complete call, of whoever, on these ids. */
export function ask(world: World, who: string, operation: string, ids: Ids, body?: unknown) {
  asked += 1;
  const endpoint = endpointOf(operation);
  const sent = body ?? validBody(operation);
  const call = given(endpoint, `a-stranger-${asked}`, 1, sent);
  return world.raw(who, endpoint.method, pathOf(endpoint, ids), call);
}

/** Does it for each, some at a time. */
export async function each<T>(
  all: readonly T[],
  one: (item: T) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await one(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
