import type { Permit } from '../../shared/domain/access/permit.ts';
import type { ResourceId } from '../../shared/domain/ids.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

/** What an agency calls its own people, rooms and devices. */
export async function namesOf(
  { sealing }: Pick<VaultedStore, 'sealing'>,
  resources: readonly Resource[],
  permit: Permit,
): Promise<ReadonlyMap<ResourceId, string>> {
  const named = await Promise.all(
    resources.map(async (resource) => {
      const { outcome } = await sealing.open(resource, permit, ['outcome']);
      return outcome?.name ? ([[resource.id, outcome.name]] as const) : [];
    }),
  );
  return new Map(named.flat());
}
