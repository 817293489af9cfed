import { Duration, RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  DomainName,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SecurityPolicy,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { apiDocument, type Route } from './api-document.ts';
import type { AnyHubFunction } from './hub-function.ts';
import { HubLog } from './hub-log.ts';
import type { Identity } from './identity.ts';

export interface HubApiProps<R extends Route> {
  readonly routes: readonly R[];
  readonly functions: Readonly<Record<R['function'], AnyHubFunction>>;
  readonly identity: Identity;
  readonly alarms: Alarms;
  /** The hub's own name; the address that API Gateway gives is then switched off. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** A second name, for systems: whoever calls it shows a certificate of the trust store. */
  readonly systems?: SystemsDomain;
}

export interface SystemsDomain {
  readonly name: string;
  readonly certificateArn: string;
  /** Bucket and key of the PEM file with the authorities whose certificates are taken. */
  readonly truststore: { readonly bucket: string; readonly key: string };
}

/** Requests a second for the whole hub, and how many may come at once. */
const RATE = 200;
const BURST = 400;

/** A child is handed over here: however busy the rest of the hub is. */
const INTAKE = '/v1/referrals/POST';

const UNLOGGED = { loggingLevel: MethodLoggingLevel.OFF, dataTraceEnabled: false };

/** One line a request: which route, how it went, which client. No path value, no query, no address. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationLatencyMs: '$context.integration.latency',
  client: '$context.authorizer.claims.client_id',
  error: '$context.error.responseType',
  firewall: '$context.wafResponseCode',
};

const NO_EXECUTION_LOG =
  'Execution logs hold path values and headers; the access log names errors without.';

/** The regional REST API, made from the contract. */
export class HubApi<R extends Route> extends Construct {
  readonly api: SpecRestApi;

  constructor(scope: Construct, id: string, props: HubApiProps<R>) {
    super(scope, id);
    const functionOf = (name: R['function']): AnyHubFunction => props.functions[name];
    this.api = new SpecRestApi(this, 'Rest', {
      restApiName: 'ertad',
      description: 'Ertad: the API, derived from the contract',
      endpointTypes: [EndpointType.REGIONAL],
      apiDefinition: ApiDefinition.fromInline(
        apiDocument({
          routes: props.routes,
          title: 'ertad',
          userPoolArn: props.identity.pool.userPoolArn,
          scope: props.identity.scope,
          invocationArn: (name) => this.invocationArn(functionOf(name)),
        }),
      ),
      failOnWarnings: true,
      minCompressionSize: Size.bytes(1024),
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'hub',
        throttlingRateLimit: RATE,
        throttlingBurstLimit: BURST,
        accessLogDestination: new LogGroupLogDestination(
          new HubLog(this, 'AccessLog', { retention: RetentionDays.THREE_MONTHS }),
        ),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
        ...UNLOGGED,
        methodOptions: {
          [INTAKE]: {
            throttlingRateLimit: 2 * RATE,
            throttlingBurstLimit: 2 * BURST,
            ...UNLOGGED,
          },
        },
      },
      ...ownName(this, props.domain),
    });
    for (const name of new Set(props.routes.map((route) => route.function)))
      functionOf(name).addPermission('Gateway', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: this.api.arnForExecuteApi('*', '/*', 'hub'),
      });
    props.alarms.raise(this, 'Failures', {
      metric: this.api.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      threshold: 1,
      says: 'The API answered 5xx. Impact: somebody could not hand over, accept or look up; they repeat, or phone.',
    });
    if (props.systems) this.nameForSystems(props.systems);
    this.acknowledge();
  }

  /** Mutual TLS: the gateway checks the chain, the function that it is the client's own certificate. */
  private nameForSystems({ name, certificateArn, truststore }: SystemsDomain): void {
    const bucket = Bucket.fromBucketName(this, 'Truststore', truststore.bucket);
    new DomainName(this, 'Systems', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'SystemsCertificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: { bucket, key: truststore.key },
      mapping: this.api,
    });
  }

  private invocationArn(target: AnyHubFunction): string {
    const { partition, region } = Stack.of(this);
    return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${target.functionArn}/invocations`;
  }

  private acknowledge(): void {
    Validations.of(this.api).acknowledge(
      {
        id: 'AwsSolutions-APIG2',
        reason:
          "The functions check each request against the contract's own schemas, with pointers.",
      },
      {
        id: 'AwsSolutions-APIG6',
        reason: NO_EXECUTION_LOG,
      },
      { id: 'NIST.800.53.R5-APIGWExecutionLoggingEnabled', reason: NO_EXECUTION_LOG },
      {
        id: 'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
        reason: 'Nothing may be cached: an answer is right for one caller at one moment.',
      },
      {
        id: 'NIST.800.53.R5-APIGWSSLEnabled',
        reason:
          'Behind the gateway stand functions, called by its permission on each: there is no web server to show a certificate to.',
      },
      {
        id: 'Serverless-APIGWXrayEnabled',
        reason: "A trace of the gateway keeps the caller's address and the whole path.",
      },
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
        reason:
          "The account's one role by which API Gateway writes logs; AWS wants this policy on it.",
      },
    );
  }
}

function ownName(scope: Construct, domain: HubApiProps<Route>['domain']) {
  if (domain === undefined) return {};
  return {
    disableExecuteApiEndpoint: true,
    domainName: {
      domainName: domain.name,
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    },
  };
}
