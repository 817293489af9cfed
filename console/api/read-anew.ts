import { notifyManager, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** The page shows what was answered: what is told to it is told in the order in which it came. */
const shown = () => new Promise<void>((done) => notifyManager.schedule(done));

/**
 * Reads anew what stands under each key, one after the other. What is open to whoever looks comes
 * first: a part that it closes is gone from the page, and not asked for again.
 */
export async function readAnew(queries: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  for (const queryKey of keys) {
    await queries.invalidateQueries({ queryKey });
    await shown();
  }
}
