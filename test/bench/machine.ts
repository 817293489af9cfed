import { cpus, loadavg, totalmem } from 'node:os';

/** The machine the figures are from, and how busy others keep it: figures of two runs differ by it. */
export function machine() {
  const [{ model } = { model: 'unknown' }] = cpus();
  return {
    processor: model,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    /** Processes that wanted a core during the last minute, ours and others'. */
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export const machineInWords = ({
  processor,
  cores,
  memoryGB,
  node,
  load,
}: ReturnType<typeof machine>) =>
  `${processor}, ${cores} cores, ${memoryGB} GB, Node ${node}, load before the run ${load}`;
