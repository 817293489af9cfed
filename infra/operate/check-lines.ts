import type { Finding, Sound } from '../../shared/domain/journal-log/verdict.ts';
import { ExportCheck, type Trusted } from '../../shared/domain/journal-log/verify.ts';
import { digests } from '../../shared/platform/journal-digests.ts';

/** Far beyond any line of an export: a file without line feeds must not fill the memory. */
const LINE_MOST = 4_000_000;

/** Reads an export piece by piece; one of ten years need not fit into memory. */
export async function checkLines(
  pieces: AsyncIterable<Uint8Array>,
  trusted: Trusted = {},
): Promise<Finding | Sound> {
  const check = new ExportCheck(digests, trusted);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const found = check.next(line);
      if (found) return found;
    }
    if (rest.length > LINE_MOST) break;
  }
  // Every line ends; what does not was cut off, even where it could still be read.
  return (rest === '' ? undefined : check.next('')) ?? check.end();
}
