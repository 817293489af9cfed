import { type App, Stack, Token } from 'aws-cdk-lib';
import allowed from './allowed-regions.json' with { type: 'json' };

/** Regions the hub may be deployed to. Policy, with its source beside it, not a technical choice. */
export const ALLOWED_REGIONS: readonly string[] = allowed.map(({ region }) => region);

/** Every synth of the app fails while one of its stacks is aimed anywhere but an allowed region. */
export function guardRegions(app: App): void {
  app.node.addValidation({
    validate: () =>
      app.node
        .findAll()
        .filter((construct) => Stack.isStack(construct))
        .flatMap(({ stackName, region }) => refusal(stackName, region)),
  });
}

function refusal(stackName: string, region: string): string[] {
  if (ALLOWED_REGIONS.includes(region)) return [];
  const aim = Token.isUnresolved(region) ? 'no fixed region' : `the region ${region}`;
  return [
    `${stackName} is aimed at ${aim}; children's data may be kept in ${ALLOWED_REGIONS.join(', ')} only ` +
      '(Georgian rules on transfer abroad, see infra/allowed-regions.json).',
  ];
}
