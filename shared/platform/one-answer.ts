import type { Dispatcher } from 'undici';
import { SendFailure } from './send-failure.ts';

/** A receiver has nothing to tell but a status and, once, its challenge. What is longer is cut off. */
const BODY_MOST = 16_384;

/** What came back of one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Sends one request and reads its answer, in the time that is left. */
export function answerOf(
  pool: Pick<Dispatcher, 'dispatch'>,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    pool.dispatch(request, reading(resolve, reject, timeoutMs));
  });
}

/** Reads one answer as far as it is of use, and not longer than the time that is left. */
function reading(
  resolve: (answer: Answer) => void,
  reject: (failure: SendFailure) => void,
  timeoutMs: number,
): Dispatcher.DispatchHandler {
  let request: Dispatcher.DispatchController | undefined;
  let head: Omit<Answer, 'bytes'> | undefined;
  let over = false;
  let read = 0;
  const chunks: Buffer[] = [];
  const ended = (failure?: SendFailure) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    if (head && !failure) resolve({ ...head, bytes: Buffer.concat(chunks) });
    else reject(failure ?? new SendFailure('not-http'));
  };
  const stop = (failure?: SendFailure) => {
    ended(failure);
    request?.abort(failure ?? new SendFailure('failed'));
  };
  const late = () => stop(new SendFailure('timed-out'));
  const timer = setTimeout(late, Math.max(timeoutMs, 0));

  return {
    onRequestStart(controller) {
      request = controller;
      // It waited for a connection until its time was up: it is not sent any more.
      if (over) controller.abort(new SendFailure('timed-out'));
    },
    onResponseStart(_controller, status, headers) {
      if (status >= 200) head = { status, headers };
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk.subarray(0, BODY_MOST - read));
      read += chunk.length;
      if (read > BODY_MOST) stop();
    },
    onResponseEnd: () => ended(),
    onResponseError: (_controller, error) => ended(SendFailure.of(error)),
  };
}
