import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** Logs carry ids, codes and counts. Nothing a person wrote may be passed to it. */
export const logger = new Logger();

export const metrics = new Metrics({ namespace: 'Ertad' });
