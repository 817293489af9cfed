import { logger } from '../../shared/platform/observability.ts';
import type { eraseDue } from './erase-due.ts';
import type { rewrapKeys } from './rewrap-keys.ts';

interface Deps {
  readonly eraseDue: ReturnType<typeof eraseDue>;
  readonly rewrapKeys: ReturnType<typeof rewrapKeys>;
}

/** What falls due is erased first: whatever happens to a rotation, no file is kept longer for it. */
export const keepFiles = (deps: Deps) => async (): Promise<void> => {
  const done = await deps.eraseDue();
  if (done.erased + done.held > 0) logger.info('files fell due', done);
  await deps.rewrapKeys();
};
