import * as z from 'zod';
import type { Synthesized } from '../synthesize.ts';
import type { Clock } from './clock.ts';
import { type Lambda, lambda } from './lambda.ts';
import type { Statement } from './stores/permissions.ts';
import type { Stores } from './stores/stores.ts';
import type { LocalResource, ResolvedTemplate } from './template.ts';

/** Lambda gives a function ten seconds to load. */
const LOAD_MS = 10_000;

const Properties = z.looseObject({
  Handler: z.string(),
  Role: z.unknown(),
  Timeout: z.int().default(3),
  MemorySize: z.int().default(128),
  ReservedConcurrentExecutions: z.int().positive().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

/** A function of the template as it runs here. */
export interface RunningFunction extends Lambda {
  /** Its name in the code base: `route-referral`. */
  readonly shortName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
}

export interface FunctionsOptions {
  readonly template: ResolvedTemplate;
  readonly code: Synthesized['code'];
  readonly stores: Stores;
  readonly clock: Clock;
  readonly region: string;
  /** See `HubOptions`. */
  readonly patience: number;
  /** See `HubOptions`. */
  readonly jitterMs: number;
  /** Replaces what the template says where that only makes sense deployed. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Makes every function of the template ready to be invoked; none is loaded yet. */
export function runFunctions(options: FunctionsOptions): RunningFunction[] {
  return options.template
    .ofType('AWS::Lambda::Function')
    .map((resource) => runFunction(resource, options));
}

function runFunction(resource: LocalResource, options: FunctionsOptions): RunningFunction {
  const { template, stores, clock, region, patience, jitterMs, log } = options;
  const { logicalId, name, properties } = resource;
  const given = Properties.parse(properties);
  const directory = options.code[logicalId];
  if (!directory) throw new Error(`The assembly holds no code for ${logicalId}.`);
  const own = ownVariables(given.Environment?.Variables ?? {}, options);
  const { accessKeyId, secretAccessKey } = stores.admit(name, statementsOf(given.Role, template));
  const environment = {
    ...stores.endpoints,
    ...own,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...lambdaVariables(name, region, given),
  };
  const arn = String(template.resolve({ 'Fn::GetAtt': [logicalId, 'Arn'] }));
  const running = lambda({
    birth: {
      clock: clock.shared,
      directory,
      handler: given.Handler,
      name,
      arn,
      memoryMb: given.MemorySize,
    },
    variables: environment,
    timeoutMs: given.Timeout * 1000 * patience,
    loadMs: LOAD_MS * patience,
    jitterMs,
    reserved: given.ReservedConcurrentExecutions,
    log,
  });
  const shortName = own.POWERTOOLS_SERVICE_NAME ?? name;
  return Object.assign(running, { shortName, environment, directory });
}

function ownVariables(
  variables: Readonly<Record<string, unknown>>,
  { template, overrides }: FunctionsOptions,
): Record<string, string> {
  const entries = Object.entries(variables).map(([name, value]) => [
    name,
    overrides[name] ?? String(template.resolve(value)),
  ]);
  return Object.fromEntries(entries);
}

/** What Lambda itself puts into every environment. */
const lambdaVariables = (
  name: string,
  region: string,
  { Handler, MemorySize }: z.infer<typeof Properties>,
): Record<string, string> => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  _HANDLER: Handler,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
});

const Document = z.object({ Statement: z.array(z.custom<Statement>()) });
const RoleProperties = z.looseObject({
  ManagedPolicyArns: z.array(z.unknown()).default([]),
  Policies: z.array(z.looseObject({ PolicyDocument: z.unknown() })).default([]),
});
const PolicyProperties = z.looseObject({
  Roles: z.array(z.unknown()).default([]),
  PolicyDocument: z.unknown(),
});

/** Everything a role may do: its inline policies and those attached to it. */
function statementsOf(roleReference: unknown, template: ResolvedTemplate): Statement[] {
  const role = template.find('AWS::IAM::Role', String(template.resolve(roleReference)));
  const inline = RoleProperties.parse(role.properties);
  for (const managed of inline.ManagedPolicyArns) refuseUnknown(String(template.resolve(managed)));
  const attached = [
    ...template.ofType('AWS::IAM::Policy'),
    ...template.ofType('AWS::IAM::ManagedPolicy'),
  ]
    .map(({ properties }) => PolicyProperties.parse(properties))
    .filter(({ Roles }) => Roles.some((each) => template.resolve(each) === role.name));
  return [...inline.Policies, ...attached]
    .flatMap(
      ({ PolicyDocument }) => Document.parse(template.resolveLoosely(PolicyDocument)).Statement,
    )
    .filter((statement) => !isThroughAnotherService(statement));
}

/** A right for calls another AWS service makes in the function's name: here none makes any. */
const isThroughAnotherService = ({ Effect, Condition = {} }: Statement) =>
  Effect === 'Allow' && Object.values(Condition).some((keys) => 'kms:ViaService' in keys);

/** Writing its own log is all that AWS's basic policy allows, and here needs no permission. */
function refuseUnknown(managedPolicy: string): void {
  if (!managedPolicy.endsWith(':policy/service-role/AWSLambdaBasicExecutionRole'))
    throw new Error(`The local hub does not know the managed policy ${managedPolicy}.`);
}
