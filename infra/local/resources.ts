import type { CreatedQueue, CreatedTable, Stores } from './stores/stores.ts';
import type { LocalResource, ResolvedTemplate } from './template.ts';
import type { CreatedResources } from './triggers.ts';

/** Makes the template's tables and queues; those that exist are kept. */
export async function createResources(
  template: ResolvedTemplate,
  stores: Stores,
): Promise<CreatedResources> {
  const tables = new Map<string, CreatedTable>();
  for (const type of ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'])
    for (const { logicalId, name, properties } of template.ofType(type))
      tables.set(logicalId, await stores.createTable(resolved(template, properties), name));

  const queues = new Map<string, CreatedQueue>();
  // A queue's dead letters must be there before the queue itself.
  const all = template.ofType('AWS::SQS::Queue').toSorted((one, other) => rank(one) - rank(other));
  for (const { logicalId, name, properties } of all)
    queues.set(logicalId, await stores.createQueue(resolved(template, properties), name));
  return { tables, queues };
}

const rank = ({ properties }: LocalResource) => ('RedrivePolicy' in properties ? 1 : 0);

const resolved = (template: ResolvedTemplate, properties: LocalResource['properties']) =>
  template.resolve(properties) as Record<string, unknown>;
