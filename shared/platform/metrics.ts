import { Metrics } from '@aws-lambda-powertools/metrics';

/** Apart from the logger: only the function that counts something loads it. */
export const metrics = new Metrics({ namespace: 'Ertad' });
