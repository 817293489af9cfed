import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { ApiDefinition, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  Code,
  FilterCriteria,
  FilterRule,
  Function as Lambda,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT } from 'aws-cdk-lib/cx-api';
import { buildSync } from 'esbuild';
import type { Synthesized, Template } from '../../../infra/synthesize.ts';

const partition = { name: 'pk', type: AttributeType.STRING };

/** A small stack with one of everything that the local hub runs. */
export function synthesize({ outdir = '' }: { readonly outdir?: string }): Synthesized {
  const app = new App({
    outdir,
    analyticsReporting: false,
    context: { [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true },
  });
  const stack = new Stack(app, 'Small', { env: { region: 'eu-central-1' } });
  const code = Code.fromAsset(bundle(`${outdir}-code`));
  const table = new Table(stack, 'Table', {
    partitionKey: partition,
    stream: StreamViewType.NEW_IMAGE,
  });
  const other = new Table(stack, 'Other', { partitionKey: partition });

  const make = (name: string, timeout = Duration.seconds(1)) => {
    const made = new Lambda(stack, name, {
      code,
      handler: `handler.${name}`,
      runtime: Runtime.NODEJS_24_X,
      timeout,
      environment: {
        POWERTOOLS_SERVICE_NAME: name,
        TABLE_NAME: table.tableName,
        OTHER_TABLE_NAME: other.tableName,
      },
    });
    table.grant(made, 'dynamodb:UpdateItem');
    return made;
  };

  const probe = make('probe');
  probe.addEnvironment('TOKEN_ISSUER', 'https://example.org/deployed');
  // As long as the function may take: a message must not come back while it is at work.
  const visibilityTimeout = Duration.seconds(3);
  const work = make('work', visibilityTimeout);
  const given = new Queue(stack, 'GivenUp', { queueName: 'given-up' });
  const plain = new Queue(stack, 'Plain', {
    queueName: 'plain',
    visibilityTimeout,
    deadLetterQueue: { queue: given, maxReceiveCount: 2 },
  });
  const ordered = new Queue(stack, 'Ordered', {
    queueName: 'ordered.fifo',
    fifo: true,
    visibilityTimeout,
  });
  for (const queue of [plain, ordered])
    work.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }),
    );

  const unrelayed = new Queue(stack, 'Unrelayed', { queueName: 'unrelayed' });
  make('relay', Duration.seconds(5)).addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('ITEM#') } } },
        }),
      ],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 3,
      onFailure: new SqsDlq(unrelayed),
    }),
  );
  const tick = make('tick', Duration.seconds(5));
  const missed = new Queue(stack, 'Missed', { queueName: 'missed' });
  tick.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(missed) });
  new Rule(stack, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(tick)],
  });
  new SpecRestApi(stack, 'Api', {
    apiDefinition: ApiDefinition.fromInline(
      document(
        `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${probe.functionArn}/invocations`,
      ),
    ),
  });

  const { templateFullPath } = app.synth().getStackArtifact(stack.artifactId);
  const template = JSON.parse(readFileSync(templateFullPath, 'utf8')) as Template;
  const folders = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
    .map(([id, { Metadata }]) => [id, resolve(outdir, String(Metadata?.['aws:asset:path']))]);
  return {
    template,
    templateFile: templateFullPath,
    assemblyDir: outdir,
    stackName: stack.stackName,
    region: stack.region,
    code: Object.fromEntries(folders),
    findings: [],
  };
}

function bundle(folder: string): string {
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(import.meta.dirname, 'test-functions.ts')],
    outfile: join(folder, 'handler.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);",
    },
  });
  return folder;
}

function document(uri: string): object {
  const operation = (security: object[]) => ({
    security,
    responses: {},
    'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri },
  });
  const problem = (status: number, title: string) => ({
    statusCode: status,
    responseParameters: { 'gatewayresponse.header.Content-Type': "'application/problem+json'" },
    responseTemplates: {
      'application/json': `{"title":"${title}","status":${status},"id":"$context.requestId"}`,
    },
  });
  return {
    openapi: '3.0.1',
    info: { title: 'small', version: '1' },
    paths: {
      '/open': { get: operation([]), post: operation([]) },
      '/things/{id}': { get: operation([]) },
      '/things/mine': { get: operation([]) },
      '/files/{path+}': { 'x-amazon-apigateway-any-method': operation([]) },
      '/closed': { get: operation([{ identity: ['ertad/api'] }]) },
      '/elsewhere': { get: operation([{ identity: ['ertad/other'] }]) },
    },
    'x-amazon-apigateway-binary-media-types': ['application/wasm'],
    'x-amazon-apigateway-gateway-responses': {
      UNAUTHORIZED: problem(401, 'Sign in'),
      MISSING_AUTHENTICATION_TOKEN: problem(404, 'No such thing'),
      DEFAULT_5XX: problem(500, 'Our fault'),
      INTEGRATION_FAILURE: problem(502, 'It failed'),
    },
  };
}
