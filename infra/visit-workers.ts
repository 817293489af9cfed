import { Construct } from 'constructs';
import { Env as ReplanVisitsEnv } from '../functions/replan-visits/env.ts';
import { HubFunction } from './constructs/hub-function.ts';
import { CONSUMER_TIMEOUT } from './queues.ts';
import type { WorkersProps } from './workers.ts';

export type VisitWorkersProps = Omit<WorkersProps, 'channels'>;

/** What follows from bookings: another time for whoever lost one, and the calendars people search. */
export class VisitWorkers extends Construct {
  private readonly props: VisitWorkersProps;

  constructor(scope: Construct, id: string, props: VisitWorkersProps) {
    super(scope, id);
    this.props = props;
    this.replanVisits();
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
}
