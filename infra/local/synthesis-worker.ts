import { parentPort, workerData } from 'node:worker_threads';
import type { synthesize } from '../synthesize.ts';
import { CALLS_HERE } from './calls-here.ts';

const { app, outdir } = workerData as { readonly app: string; readonly outdir: string };
const module = (await import(app)) as { synthesize: typeof synthesize };
parentPort?.postMessage(module.synthesize({ outdir, context: CALLS_HERE }));
