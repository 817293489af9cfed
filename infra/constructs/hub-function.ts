import { Duration, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { bundleOf } from '../bundle.ts';
import type { Alarms } from './alarms.ts';
import { HubLog } from './hub-log.ts';

export interface HubFunctionProps<E extends z.ZodObject> {
  /** The folder under functions/. */
  readonly name: string;
  /** The function's own schema (functions/<name>/env.ts): a missing variable fails to compile. */
  readonly env: E;
  readonly environment: Readonly<Record<keyof z.infer<E> & string, string>>;
  /** Who is hurt when it fails; shown on its alarms. */
  readonly errorImpact: string;
  readonly timeout: Duration;
  /** In MB; processor time grows with it, a whole core at 1 769. */
  readonly memory: number;
  /** Environments set aside for this function, and the most it can have. */
  readonly reservedConcurrency?: number;
  readonly alarms: Alarms;
  /** False leaves the code empty: enough for looking at the template. */
  readonly bundle: boolean;
}

const HAS_DEAD_LETTERS =
  'Called through the gateway or an event source that has its own dead letters; the scheduled one has a failure destination.';

/** Where functions count what they do, each under its own name (shared/platform/metrics.ts). */
export const NAMESPACE = 'Ertad';

export type AnyHubFunction = HubFunction<z.ZodObject>;

/** A Lambda function with the house's runtime, role, log group and alarms. */
export class HubFunction<E extends z.ZodObject> extends LambdaFunction {
  private readonly service: string;

  constructor(scope: Construct, id: string, props: HubFunctionProps<E>) {
    const logGroup = new HubLog(scope, `${id}Log`, { retention: RetentionDays.THREE_MONTHS });
    // Not the managed policy for Lambda, which may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    Validations.of(role).acknowledge({
      id: 'NIST.800.53.R5-IAMNoInlinePolicy',
      reason:
        'The policy says what this one function may do and belongs to no other: shared ones grow with the needs of all.',
    });
    super(scope, id, {
      description: `Ertad: ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: props.bundle ? Code.fromAsset(bundleOf(props.name).folder) : Code.fromInline(' '),
      memorySize: props.memory,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: {
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
        ...props.environment,
      },
      role,
      logGroup,
      // A trace keeps the caller's address and the whole path, with ids, and says little more
      // about a function without the tracer's 25 ms than its log's REPORT line does.
      tracing: Tracing.DISABLED,
    });
    this.service = props.name;
    this.watch(props);
    this.acknowledge();
  }

  /** A number that the function's own code counts, summed up for each minute. */
  metricCounted(metricName: string): Metric {
    return new Metric({
      namespace: NAMESPACE,
      metricName,
      dimensionsMap: { service: this.service },
      statistic: 'Sum',
      period: Duration.minutes(1),
    });
  }

  private watch({ alarms, name, errorImpact }: HubFunctionProps<E>): void {
    const period = Duration.minutes(1);
    alarms.raise(this, 'Errors', {
      metric: this.metricErrors({ period }),
      threshold: 1,
      says: `${name} failed. Impact: ${errorImpact}`,
    });
    alarms.raise(this, 'Throttles', {
      metric: this.metricThrottles({ period }),
      threshold: 1,
      says: `${name} was refused an environment. Impact: ${errorImpact}`,
    });
  }

  private acknowledge(): void {
    Validations.of(this).acknowledge(
      {
        id: 'Serverless-LambdaTracing',
        reason: 'A trace would keep addresses and ids; metrics and logs carry what is needed.',
      },
      {
        id: 'Serverless-LambdaDLQ',
        reason: HAS_DEAD_LETTERS,
      },
      { id: 'NIST.800.53.R5-LambdaDLQ', reason: HAS_DEAD_LETTERS },
      {
        id: 'NIST.800.53.R5-LambdaConcurrency',
        reason:
          'What is set aside for one is taken from the others: only functions that strangers or long polls can fill have a bound, the gateway and the queues bound the rest.',
      },
      {
        id: 'NIST.800.53.R5-LambdaInsideVPC',
        reason:
          'It opens no port and speaks to AWS over TLS by its own role; a network of its own would add a way out to guard, and the addresses of partners are checked before each call.',
      },
    );
  }
}
