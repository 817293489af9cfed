/** Where the template is run, and what its queues are called there. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly stackName: string;
  /** The gateway's origin: queue URLs start with it. */
  readonly gatewayUrl: string;
}

type Text = (name: string, place: Place) => string;

interface CreatedType {
  /** The property that may fix the physical name. */
  readonly nameProperty?: string;
  derivedName(
    logicalId: string,
    properties: Readonly<Record<string, unknown>>,
    place: Place,
  ): string;
  readonly ref: Text;
  readonly attributes: Readonly<Record<string, Text>>;
}

const arn =
  (service: string, kind: string): Text =>
  (name, { region, account }) =>
    `arn:aws:${service}:${region}:${account}:${kind}${name}`;
const itsName: Text = (name) => name;
const prefixed = (logicalId: string, _: unknown, { stackName }: Place) =>
  `${stackName}-${logicalId}`;

const table: CreatedType = {
  nameProperty: 'TableName',
  derivedName: prefixed,
  ref: itsName,
  attributes: {
    Arn: arn('dynamodb', 'table/'),
    // The server chooses the stream's real label; this one stands for it inside the template.
    StreamArn: (name, place) => `${arn('dynamodb', 'table/')(name, place)}/stream/local`,
  },
};

const CREATED: Readonly<Record<string, CreatedType>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    derivedName: (logicalId, { FifoQueue }, place) =>
      `${prefixed(logicalId, undefined, place)}${FifoQueue === true ? '.fifo' : ''}`,
    ref: (name, { gatewayUrl, account }) => `${gatewayUrl}/${account}/${name}`,
    attributes: {
      Arn: arn('sqs', ''),
      QueueName: itsName,
      QueueUrl: (name, { gatewayUrl, account }) => `${gatewayUrl}/${account}/${name}`,
    },
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    derivedName: prefixed,
    ref: itsName,
    attributes: { Arn: arn('lambda', 'function:') },
  },
  'AWS::KMS::Key': {
    derivedName: (logicalId) => logicalId,
    ref: itsName,
    attributes: { Arn: arn('kms', 'key/'), KeyId: itsName },
  },
  'AWS::KMS::Alias': {
    nameProperty: 'AliasName',
    derivedName: (logicalId) => `alias/${logicalId}`,
    ref: itsName,
    attributes: { AliasName: itsName },
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    derivedName: prefixed,
    ref: arn('sns', ''),
    attributes: { TopicArn: arn('sns', ''), TopicName: itsName },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    derivedName: (logicalId) => logicalId.toLowerCase(),
    ref: itsName,
    attributes: { Arn: (name) => `arn:aws:s3:::${name}` },
  },
  'AWS::Cognito::UserPool': {
    derivedName: (logicalId) => logicalId,
    ref: itsName,
    attributes: { Arn: arn('cognito-idp', 'userpool/') },
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    derivedName: prefixed,
    ref: itsName,
    attributes: { Arn: arn('iam', 'role/') },
  },
  ...Object.fromEntries(
    [
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Events::Rule',
      'AWS::Scheduler::Schedule',
    ].map((type) => [
      type,
      { derivedName: prefixed, ref: itsName, attributes: { Arn: arn('local', '') } },
    ]),
  ),
  'AWS::ApiGateway::RestApi': {
    derivedName: (logicalId) => logicalId,
    ref: itsName,
    attributes: { RestApiId: itsName, RootResourceId: () => 'root' },
  },
};

/** Nothing here carries data of the hub: the local hub runs without it. */
const IGNORED = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGateway::UsagePlan',
  'AWS::ApplicationInsights::Application',
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupSelection',
  'AWS::Backup::BackupVault',
  'AWS::CDK::Metadata',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudTrail::Trail',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::DynamoDB::ResourcePolicy',
  'AWS::KMS::ResourcePolicy',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::Route53::RecordSet',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::WAFv2::LoggingConfiguration',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
] as const;
const ignored: ReadonlySet<string> = new Set(IGNORED);

/** How a type that exists here is named; undefined for every other type. */
export const createdHere = (type: string): CreatedType | undefined => CREATED[type];

/** Whether a type is left out on purpose. */
export const ignoredHere = (type: string): boolean => ignored.has(type);
