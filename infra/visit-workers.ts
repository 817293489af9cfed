import { Duration, Validations } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { Env as ProjectCalendarEnv } from '../functions/project-calendar/env.ts';
import { Env as ReplanVisitsEnv } from '../functions/replan-visits/env.ts';
import { Env as SendInvitationsEnv } from '../functions/send-invitations/env.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { HubFunction } from './constructs/hub-function.ts';
import { CONSUMER_TIMEOUT } from './queues.ts';
import type { WorkersProps } from './workers.ts';

export interface VisitWorkersProps extends WorkersProps {
  /** Where people open the hub: the link in a calendar entry. */
  readonly hubUrl: string;
}

/** What follows from bookings: another time for whoever lost one, and the calendars people search. */
export class VisitWorkers extends Construct {
  private readonly props: VisitWorkersProps;

  constructor(scope: Construct, id: string, props: VisitWorkersProps) {
    super(scope, id);
    this.props = props;
    this.replanVisits();
    this.projectCalendar();
    this.sendInvitations();
  }

  /** A visit without a time, or a hold that ran out → the next best time is held and offered. */
  private replanVisits(): void {
    const { table, vault, queues, alarms, bundle, openCentres } = this.props;
    const replanner = new HubFunction(this, 'ReplanVisits', {
      name: 'replan-visits',
      env: ReplanVisitsEnv,
      environment: {
        TABLE_NAME: table.name,
        ...vault.environment,
        OPEN_CENTRES: openCentres.join(','),
      },
      errorImpact: 'a joint interview that lost its time is not given another one by itself.',
      timeout: CONSUMER_TIMEOUT.visits,
      memory: 1024,
      alarms,
      bundle,
    });
    table.grantReadWrite(replanner);
    vault.grantOpen(replanner);
    queues.visits.wakes(replanner, { batchSize: 5 });
  }

  /** A day sheet that changed → that day in the calendar that searches read. Opens nothing sealed. */
  private projectCalendar(): void {
    const { table, alarms, bundle } = this.props;
    const impact =
      'times are proposed that are taken, or not proposed although they are free; booking still refuses what is taken.';
    const projector = new HubFunction(this, 'ProjectCalendar', {
      name: 'project-calendar',
      env: ProjectCalendarEnv,
      environment: { TABLE_NAME: table.name },
      errorImpact: impact,
      timeout: Duration.seconds(20),
      memory: 512,
      alarms,
      bundle,
    });
    table.grantProject(projector);
    const failed = new DeadLetters(this, 'CalendarFailed', { alarms, impact });
    projector.addEventSource(
      new DynamoEventSource(table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        filters: [
          FilterCriteria.filter({
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('DAY#') } } },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(failed),
      }),
    );
    Validations.of(projector.role ?? projector).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which Lambda asks for, can be given for all streams only.',
    });
  }

  /** A booking that changed → the calendar entries of those who take part, and a mail to each. */
  private sendInvitations(): void {
    const { table, vault, queues, alarms, bundle, channels, hubUrl } = this.props;
    const { MAIL_URL, MAIL_FROM } = channels.environment;
    const sender = new HubFunction(this, 'SendInvitations', {
      name: 'send-invitations',
      env: SendInvitationsEnv,
      environment: {
        TABLE_NAME: table.name,
        ...vault.environment,
        HUB_URL: hubUrl,
        MAIL_URL,
        MAIL_FROM,
      },
      errorImpact: 'calendars of those who take part in a joint interview show an old time.',
      timeout: CONSUMER_TIMEOUT.invitations,
      memory: 512,
      alarms,
      bundle,
    });
    table.grantReadWrite(sender);
    vault.grantOpen(sender);
    channels.grantMail(sender);
    queues.invitations.wakes(sender, { batchSize: 5 });
  }
}
