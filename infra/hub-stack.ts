import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { endpoints } from '../shared/contract/index.ts';
import { pages } from '../shared/contract/pages.ts';
import { ApiFunctions } from './api-functions.ts';
import { CallChannels, type CallContext } from './call-channels.ts';
import { Alarms } from './constructs/alarms.ts';
import { Firewall } from './constructs/firewall.ts';
import { HubApi } from './constructs/hub-api.ts';
import { HubTable } from './constructs/hub-table.ts';
import { Identity } from './constructs/identity.ts';
import { VaultKey } from './constructs/vault-key.ts';
import { FileKeeper } from './file-keeper.ts';
import { JournalWorkers } from './journal-workers.ts';
import { openCentresOf } from './open-centres.ts';
import { Queues } from './queues.ts';
import { VisitWorkers } from './visit-workers.ts';
import { Workers } from './workers.ts';

export interface HubStackProps extends StackProps, CallContext {
  /** The hub's own host name, with the certificate for it; without, API Gateway's address is used. */
  readonly domain?: string;
  readonly certificateArn?: string;
  /** A name for systems alone, its certificate, and `bucket/key` of whom they are trusted by. */
  readonly systemsDomain?: string;
  readonly systemsCertificateArn?: string;
  readonly truststore?: string;
  /** Who is told of alarms. */
  readonly alarmEmail?: string;
  /** Child centres that count as open although the policy pack has them planned; comma between. */
  readonly openCentres?: string;
  /** False leaves the functions' code empty: enough for looking at the template. */
  readonly bundle: boolean;
}

/** Everything the hub is made of. */
export class HubStack extends Stack {
  constructor(scope: Construct, id: string, props: HubStackProps) {
    super(scope, id, {
      ...props,
      description: 'Ertad: interagency referral and child-protection hub',
      terminationProtection: true,
    });
    const { bundle } = props;
    const domain = ownDomain(props);

    const alarms = new Alarms(this, 'Alarms', { email: props.alarmEmail });
    const table = new HubTable(this, 'Data');
    const vault = new VaultKey(this, 'Vault');
    const identity = new Identity(this, 'Identity', { consoleUrl: consoleUrl(domain?.name) });
    const queues = new Queues(this, 'Queues', { alarms });

    const openCentres = openCentresOf(props.openCentres ?? '');
    const hubUrl = consoleUrl(domain?.name);
    const kept = { table, vault, alarms, openCentres, hubUrl, bundle };
    const functions = new ApiFunctions(this, 'Api', {
      ...kept,
      identity,
      delivery: queues.delivery,
    });
    const channels = new CallChannels(this, 'Channels', props);
    new Workers(this, 'Workers', { ...kept, queues, channels });

    new VisitWorkers(this, 'VisitWorkers', { ...kept, queues, channels });
    new FileKeeper(this, 'Files', { ...kept, queues, channels });

    new JournalWorkers(this, 'Journal', kept);

    const { api } = new HubApi(this, 'Gateway', {
      routes: [...endpoints, ...pages],
      functions: functions.byName,
      identity,
      alarms,
      domain,
      systems: systemsDomain(props),
    });
    new Firewall(this, 'Firewall', { stage: api.deploymentStage, alarms });

    new CfnOutput(this, 'ApiUrl', { value: domain ? consoleUrl(domain.name) : api.url });
    new CfnOutput(this, 'TableName', { value: table.name });
    new CfnOutput(this, 'UserPoolId', { value: identity.pool.userPoolId });
    new CfnOutput(this, 'ConsoleClientId', { value: identity.console.userPoolClientId });
    new CfnOutput(this, 'SignInUrl', { value: identity.domain.baseUrl() });
    new CfnOutput(this, 'AlarmTopicArn', { value: alarms.topic.topicArn });

    Tags.of(this).add('system', 'ertad');
    Tags.of(this).add('data', 'personal-special-category');
  }
}

function ownDomain({ domain, certificateArn }: HubStackProps) {
  if (domain === undefined) return undefined;
  if (certificateArn === undefined)
    throw new Error(`${domain} needs a certificate: give certificateArn as well.`);
  return { name: domain, certificateArn };
}

function systemsDomain(props: HubStackProps) {
  const { systemsDomain: name, systemsCertificateArn: certificateArn, truststore } = props;
  if (name === undefined) return undefined;
  const [, bucket, key] = /^([^/]+)\/(.+)$/.exec(truststore ?? '') ?? [];
  if (!certificateArn || !bucket || !key)
    throw new Error(`${name} needs systemsCertificateArn and truststore (bucket/key) as well.`);
  return { name, certificateArn, truststore: { bucket, key } };
}

/** Without a name of its own the hub cannot know where its console is: sign-in comes back there. */
const consoleUrl = (domain = 'ertad.ge') => `https://${domain}/`;
