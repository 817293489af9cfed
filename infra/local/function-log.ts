import { createWriteStream } from 'node:fs';

export interface FunctionLog {
  readonly line: (line: string) => void;
  close(): Promise<void>;
}

/** What functions write, as they wrote it: JSON lines appended to one file. */
export function functionLog(file: string): FunctionLog {
  const stream = createWriteStream(file, { flags: 'a' });
  return {
    line: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
