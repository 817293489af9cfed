import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Synthesized } from '../synthesize.ts';

/** Synthesizes in a thread of its own, so that the stores start meanwhile. */
export async function synthesizeAside(app: URL, outdir: string): Promise<Synthesized> {
  const worker = new Worker(new URL('./synthesis-worker.ts', import.meta.url), {
    workerData: { app: app.href, outdir },
    execArgv: [],
  });
  try {
    const [synthesized] = (await once(worker, 'message')) as [Synthesized];
    return synthesized;
  } finally {
    await worker.terminate();
  }
}
