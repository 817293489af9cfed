import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { Env } from '../functions/keep-files/env.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { HubFunction } from './constructs/hub-function.ts';
import type { WorkersProps } from './workers.ts';

const EVERY = Duration.minutes(5);
const IMPACT =
  'files whose time has come are kept too long, and keys are not wrapped anew; nothing is lost.';

/** Erases what must not be kept any longer, and wraps the data keys anew. Opens nothing. */
export class FileKeeper extends Construct {
  constructor(scope: Construct, id: string, { table, vault, alarms, bundle }: WorkersProps) {
    super(scope, id);
    const keeper = new HubFunction(this, 'KeepFiles', {
      name: 'keep-files',
      env: Env,
      environment: { TABLE_NAME: table.name, ...vault.environment },
      errorImpact: IMPACT,
      timeout: Duration.minutes(2),
      memory: 512,
      // Two at a time would only take each other's pages.
      reservedConcurrency: 1,
      alarms,
      bundle,
    });
    table.grantReadWrite(keeper);
    vault.grantKeep(keeper);
    const missed = new DeadLetters(this, 'MissedKeeping', { alarms, impact: IMPACT });
    // The next call finds everything that is due: trying this one again would only pile up.
    keeper.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(missed) });
    const target = { deadLetterQueue: missed, retryAttempts: 0, maxEventAge: EVERY };
    new Rule(this, 'EveryFiveMinutes', {
      description: 'Ertad: files whose time has come, and keys to be wrapped anew',
      schedule: Schedule.rate(EVERY),
      targets: [new LambdaFunction(keeper, target)],
    });
  }
}
