import { Construct } from 'constructs';
import { Env as ReplanVisitsEnv } from '../functions/replan-visits/env.ts';
import { Env as SendInvitationsEnv } from '../functions/send-invitations/env.ts';
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
        VAULT_KEY_ID: vault.keyId,
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

  /** A booking that changed → the calendar entries of those who take part, and a mail to each. */
  private sendInvitations(): void {
    const { table, vault, queues, alarms, bundle, channels, hubUrl } = this.props;
    const { MAIL_URL, MAIL_FROM } = channels.environment;
    const sender = new HubFunction(this, 'SendInvitations', {
      name: 'send-invitations',
      env: SendInvitationsEnv,
      environment: {
        TABLE_NAME: table.name,
        VAULT_KEY_ID: vault.keyId,
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
