import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Alarms } from './constructs/alarms.ts';
import type { AnyHubFunction } from './constructs/hub-function.ts';

/** What a deployment says of the ways to reach people on duty; docs/deploy.md tells how to get it. */
export interface CallContext {
  /** The registered name from which text messages come, at most 11 letters. */
  readonly smsSender?: string;
  /** Amazon Connect: instance id, flow id, and the hub's own number in E.164 form. */
  readonly voiceInstance?: string;
  readonly voiceFlow?: string;
  readonly voiceNumber?: string;
  /** The verified address from which mails come. */
  readonly mailFrom?: string;
  /** A number that is always answered, called where the national desk's roster has a gap. */
  readonly dutyDeskPhone?: string;
}

const KEYS = [
  'smsSender',
  'voiceInstance',
  'voiceFlow',
  'voiceNumber',
  'mailFrom',
  'dutyDeskPhone',
] as const satisfies readonly (keyof CallContext)[];

/** Reads them from CDK's context (`-c voiceInstance=…`). */
export const callContext = (from: (key: string) => string | undefined): CallContext =>
  Object.fromEntries(KEYS.map((key) => [key, from(key)]));

/**
 * The ways to reach people on duty: text messages always, voice and mail where the deployment has
 * them. Without a voice a call goes out as a text message, with an alarm.
 */
export class CallChannels extends Construct {
  private readonly context: CallContext;

  constructor(scope: Construct, id: string, context: CallContext) {
    super(scope, id);
    this.context = context;
    const { voiceInstance, voiceFlow, voiceNumber } = context;
    const given = [voiceInstance, voiceFlow, voiceNumber].filter(Boolean).length;
    if (given !== 0 && given !== 3)
      throw new Error('A voice needs voiceInstance, voiceFlow and voiceNumber together.');
  }

  get environment() {
    const { smsSender, voiceInstance, voiceFlow, voiceNumber, mailFrom, dutyDeskPhone } =
      this.context;
    const { region } = Stack.of(this);
    return {
      VOICE_URL: `https://connect.${region}.amazonaws.com`,
      MAIL_URL: `https://email.${region}.amazonaws.com`,
      SMS_SENDER: smsSender ?? '',
      VOICE_INSTANCE_ID: voiceInstance ?? '',
      VOICE_FLOW_ID: voiceFlow ?? '',
      VOICE_NUMBER: voiceNumber ?? '',
      MAIL_FROM: mailFrom ?? '',
      DUTY_DESK_PHONE: dutyDeskPhone ?? '',
    };
  }

  grantUse(caller: AnyHubFunction): void {
    const { voiceInstance } = this.context;
    const role = caller.grantPrincipal;
    const allow = (action: string, resource: string) =>
      role.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    allow('sns:Publish', '*');
    acknowledge(
      caller,
      'Resource::*',
      'A text message to a telephone has no ARN to be narrowed to.',
    );
    if (voiceInstance) {
      const calls = this.arn('connect', `instance/${voiceInstance}/contact/*`);
      allow('connect:StartOutboundVoiceContact', calls);
      const found = `Resource::${calls.replaceAll(/\$\{Token\[AWS\.(\w+)\.\d+\]\}/g, '<AWS::$1>')}`;
      acknowledge(caller, found, 'A call gets its id when it is made: the instance is the limit.');
    }
    this.grantMail(caller);
  }

  /** For what sends mails alone. */
  grantMail(caller: AnyHubFunction): void {
    const { mailFrom } = this.context;
    if (!mailFrom) return;
    const resources = [this.arn('ses', `identity/${domainOf(mailFrom)}`)];
    caller.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['ses:SendEmail'], resources }),
    );
  }

  private arn(service: string, resource: string): string {
    return Stack.of(this).formatArn({ service, resource });
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

function acknowledge(caller: AnyHubFunction, finding: string, reason: string): void {
  Validations.of(caller.role ?? caller).acknowledge({
    id: `AwsSolutions-IAM5[${finding}]`,
    reason,
  });
}

const INSTEAD =
  'Impact: the child waits until the national duty officer, who was called instead, has found somebody.';

/** What the function counts, and what each of it means: the words of its alarms. */
const COUNTED = {
  NobodyOnDuty: `An agency with urgent work for a child has nobody on duty. ${INSTEAD}`,
  CallsGivenUp: `A person on duty could not be reached by any try of the provider. ${INSTEAD}`,
  NobodyToTell:
    'Work has reached no system of an agency, and nobody there could be told: it has no roster, or its way for webhooks is cut as well. Impact: nobody knows of a child’s task until its clock climbs.',
  NoticesGivenUp:
    'No try of the provider sent a notice to a safe contact. Impact: the family hears nothing until the lead, who was told, has passed it on in person.',
  CallsNotSpoken:
    'A telephone call went out as a text message, for this deployment has no voice. Impact: who sleeps may not hear it; the next step of the ladder follows in minutes.',
};

/** Alarms for people who were not reached. */
export function watchCalls(scope: Construct, alarms: Alarms, caller: AnyHubFunction): void {
  for (const [name, says] of Object.entries(COUNTED))
    alarms.raise(scope, name, { metric: caller.metricCounted(name), threshold: 1, says });
}
