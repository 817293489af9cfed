import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Activity } from './activity.ts';
import { EventSourceMapping, type Trigger } from './event-source.ts';
import type { RunningFunction } from './functions.ts';
import { queueTrigger } from './queues.ts';
import { rate, type Schedule } from './schedules.ts';
import type { CreatedQueue, CreatedTable, Stores } from './stores/stores.ts';
import { type Disturbance, streamClient } from './stream-client.ts';
import { streamTrigger } from './streams.ts';
import type { ResolvedTemplate } from './template.ts';

/** The template's tables and queues as the stores made them, by logical id. */
export interface CreatedResources {
  readonly tables: ReadonlyMap<string, CreatedTable>;
  readonly queues: ReadonlyMap<string, CreatedQueue>;
}

export interface TriggersOptions extends CreatedResources {
  readonly template: ResolvedTemplate;
  readonly functionOf: (reference: string) => RunningFunction;
  readonly sqs: SQSClient;
  readonly stores: Pick<Stores, 'dynamodbUrl' | 'dynamodbCredentials'>;
  readonly region: string;
  readonly activity: Activity;
  /** What to do to a stream's records before the function gets them. */
  readonly disturb: (functionName: string) => Disturbance;
  /** Tables of an earlier run: their streams go on from now. */
  readonly kept: boolean;
}

/** Starts every event source mapping of the template. */
export async function startTriggers(options: TriggersOptions): Promise<Trigger[]> {
  const mappings = options.template
    .ofType('AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => EventSourceMapping.parse(options.template.resolve(properties)))
    .filter(({ Enabled }) => Enabled);
  return Promise.all(mappings.map((mapping) => startTrigger(mapping, options)));
}

async function startTrigger(
  mapping: EventSourceMapping,
  options: TriggersOptions,
): Promise<Trigger> {
  const { template, sqs, region, activity, kept } = options;
  const target = options.functionOf(mapping.FunctionName);
  const source = mapping.EventSourceArn;
  if (source.startsWith('arn:aws:sqs:')) {
    const queue = queueOf(source, options);
    return queueTrigger({ sqs, queue: { ...queue, region }, mapping, target, activity });
  }
  const table = template
    .ofType('AWS::DynamoDB::Table')
    .concat(template.ofType('AWS::DynamoDB::GlobalTable'))
    .find(({ logicalId }) => streamArn(logicalId, template) === source);
  const stream = table && options.tables.get(table.logicalId)?.streamArn;
  if (!stream) throw new Error(`The local hub has no stream ${source}.`);
  return streamTrigger({
    client: streamClient(
      {
        endpoint: options.stores.dynamodbUrl,
        region,
        accessKeyId: options.stores.dynamodbCredentials.accessKeyId,
      },
      stream,
    ),
    mapping,
    target,
    activity,
    region,
    from: kept ? 'LATEST' : (mapping.StartingPosition ?? 'LATEST'),
    disturb: (records) => options.disturb(target.name)(records),
    discard: discardTo(mapping.DestinationConfig?.OnFailure?.Destination, options),
  });
}

const streamArn = (logicalId: string, template: ResolvedTemplate) =>
  template.resolve({ 'Fn::GetAtt': [logicalId, 'StreamArn'] });

function queueOf(arn: string, { template, queues }: DestinationOptions): CreatedQueue {
  const queue = queues.get(template.find('AWS::SQS::Queue', arn).logicalId);
  if (!queue) throw new Error(`The local hub has no queue ${arn}.`);
  return queue;
}

/** Where what was given up is reported; without a destination the log alone has it. */
function discardTo(destination: string | undefined, options: DestinationOptions) {
  if (destination === undefined) return async () => undefined;
  if (!destination.startsWith('arn:aws:sqs:'))
    throw new Error(`The local hub cannot report to ${destination}.`);
  const { rawUrl } = queueOf(destination, options);
  return async (notice: object) => {
    const message = { QueueUrl: rawUrl, MessageBody: JSON.stringify(notice) };
    await options.sqs.send(new SendMessageCommand(message));
  };
}

type DestinationOptions = Pick<TriggersOptions, 'template' | 'queues' | 'sqs'>;

const InvokeConfig = z.looseObject({
  FunctionName: z.string(),
  /** Lambda repeats after minutes; here the next firing is as near. */
  MaximumRetryAttempts: z.literal(0, 'The local hub does not repeat asynchronous invocations.'),
  DestinationConfig: z
    .object({ OnFailure: z.object({ Destination: z.string() }).optional() })
    .optional(),
});

const Rule = z.looseObject({
  State: z.string().default('ENABLED'),
  ScheduleExpression: z.string(),
  Targets: z.array(z.looseObject({ Arn: z.string(), Input: z.string().optional() })),
});
const SchedulerSchedule = z.looseObject({
  State: z.string().default('ENABLED'),
  ScheduleExpression: z.string(),
  Target: z.looseObject({ Arn: z.string(), Input: z.string().optional() }),
});

interface SchedulesOptions extends DestinationOptions {
  readonly functionOf: (reference: string) => RunningFunction;
}

/** The template's schedules, both of EventBridge's rules and of its scheduler. */
export function schedulesOf(options: SchedulesOptions): Schedule[] {
  const { template, functionOf } = options;
  const rules = template.ofType('AWS::Events::Rule').map(({ name, properties }) => {
    const { Targets, ...rule } = Rule.parse(template.resolve(properties));
    return { name, ...rule, targets: Targets };
  });
  const schedules = template.ofType('AWS::Scheduler::Schedule').map(({ name, properties }) => {
    const { Target, ...schedule } = SchedulerSchedule.parse(template.resolve(properties));
    return { name, ...schedule, targets: [Target] };
  });
  return [...rules, ...schedules]
    .filter(({ State }) => State === 'ENABLED')
    .flatMap(({ name, ScheduleExpression, targets }) =>
      targets.map(({ Arn, Input }) => ({
        arn: name,
        everyMs: rate(ScheduleExpression),
        target: functionOf(Arn),
        input: Input,
        discard: discardTo(failureDestination(functionOf(Arn).name, options), options),
      })),
    );
}

/** Where the template wants to be told that an asynchronous invocation failed. */
function failureDestination(functionName: string, { template }: SchedulesOptions) {
  const config = template
    .ofType('AWS::Lambda::EventInvokeConfig')
    .map(({ properties }) => InvokeConfig.parse(template.resolve(properties)))
    .find(({ FunctionName }) => FunctionName === functionName);
  return config?.DestinationConfig?.OnFailure?.Destination;
}
