import { Logger } from '@aws-lambda-powertools/logger';

/** Logs carry ids, codes and counts. Nothing a person wrote may be passed to it. */
export const logger = new Logger();
