import { Duration, Stack } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { firewallRules, TOO_OFTEN_BODY } from './firewall-rules.ts';
import { GATEWAY_PROBLEMS, problemDocument } from './gateway-problems.ts';
import { HubLog } from './hub-log.ts';

export interface FirewallProps {
  readonly stage: Stage;
  readonly alarms: Alarms;
}

/** More blocked requests in five minutes than a scanner's background noise. */
const MANY_BLOCKED = 100;

/** The web application firewall before the API. It keeps no bodies, no tokens and no queries. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stage, alarms }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      description: 'Ertad: before the API',
      rules: firewallRules(),
      customResponseBodies: {
        [TOO_OFTEN_BODY]: {
          // The firewall knows no type for problem documents.
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify(problemDocument(GATEWAY_PROBLEMS.THROTTLED)),
        },
      },
      // Bodies are looked at whole up to the size that the rules let through.
      associationConfig: {
        requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: 'KB_64' } },
      },
      dataProtectionConfig: { dataProtections: KEPT_OUT },
      visibilityConfig: {
        metricName: 'ErtadFirewall',
        cloudWatchMetricsEnabled: true,
        sampledRequestsEnabled: false,
      },
    });
    new CfnWebACLAssociation(this, 'BeforeTheApi', {
      resourceArn: stage.stageArn,
      webAclArn: acl.attrArn,
    });
    this.logBlocked(acl);
    alarms.raise(this, 'ManyBlocked', {
      metric: new Metric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        dimensionsMap: { WebACL: 'ErtadFirewall', Rule: 'ALL', Region: Stack.of(this).region },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: MANY_BLOCKED,
      says: 'The firewall blocks many requests. Impact: an attack, or an agency that cannot hand over referrals.',
    });
  }

  /** Only what was blocked is written down, so that whoever was shut out by mistake can be found. */
  private logBlocked(acl: CfnWebACL): void {
    const log = new HubLog(this, 'Log', {
      // CloudWatch takes the firewall's log only under this prefix.
      logGroupName: `aws-waf-logs-${Stack.of(this).stackName.toLowerCase()}`,
      retention: RetentionDays.ONE_MONTH,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: 'logs',
          resource: `log-group:${log.logGroupName}`,
        }),
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
    });
  }
}

/** Replaced in everything the firewall records, the matched words included. */
const KEPT_OUT: CfnWebACL.DataProtectProperty[] = [
  { field: { fieldType: 'BODY' }, action: 'SUBSTITUTION' },
  { field: { fieldType: 'QUERY_STRING' }, action: 'SUBSTITUTION' },
  {
    field: {
      fieldType: 'SINGLE_HEADER',
      fieldKeys: ['authorization', 'cookie', 'webhook-signature'],
    },
    action: 'SUBSTITUTION',
  },
];
