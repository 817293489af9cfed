import { Temporal } from 'temporal-polyfill';
import type {
  answerRequest as answering,
  askForRecording as asking,
  fileRecording as filing,
  recordings as reading,
  useRecording as using,
} from '../../shared/contract/recordings.ts';
import {
  answerRequest as answer,
  askForItem,
  fileItem,
  useItem,
} from '../../shared/domain/visit/ledger.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { entering, shownLedger } from './recordings.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

const editionOf = ({ policy, now }: VisitDeps) => policy.at(Temporal.Instant.from(now()));

/** What was recorded is entered by its hash: the hub itself keeps no recording. */
export const fileRecording =
  (deps: VisitDeps): UseCase<typeof filing> =>
  async ({ path: { interviewId: id }, body, principal: by, lang, once }) => {
    const read = await readVisit(deps, { id, by, action: 'recording.file' });
    await takeOnce(deps, { by, once }, async () => {
      const { place, ...item } = body;
      const entry = { ...(await entering(deps, read, place)), item };
      return { decision: fileItem(entry, stepOf(deps, read, by), editionOf(deps)) };
    });
    return { status: 201, body: await shownLedger(deps, id, by, lang) };
  };

/** Somebody viewed it, has a copy, or has it now. */
export const useRecording =
  (deps: VisitDeps): UseCase<typeof using> =>
  async ({ path: { interviewId: id, number }, body, principal: by, lang, once }) => {
    const read = await readVisit(deps, { id, by, action: 'recording.file' });
    await takeOnce(deps, { by, once }, async () => {
      const { note, ...use } = body;
      const entry = { ...(await entering(deps, read, note)), item: number, ...use };
      return { decision: useItem(entry, stepOf(deps, read, by), editionOf(deps)) };
    });
    return { status: 201, body: await shownLedger(deps, id, by, lang) };
  };

/** An agency asks for the statement: the clock runs for whoever has it. */
export const askForRecording =
  (deps: VisitDeps): UseCase<typeof asking> =>
  async ({ path: { interviewId: id, number }, body, principal: by, lang, once }) => {
    const read = await readVisit(deps, { id, by, action: 'recording.ask' });
    await takeOnce(deps, { by, once }, async () => {
      const { note, purpose } = body;
      const entry = { ...(await entering(deps, read, note)), item: number, purpose };
      return { decision: askForItem(entry, stepOf(deps, read, by), editionOf(deps)) };
    });
    return { status: 201, body: await shownLedger(deps, id, by, lang) };
  };

/** Whoever has it says yes, or no with the reason. */
export const answerRequest =
  (deps: VisitDeps): UseCase<typeof answering> =>
  async ({ path, body, principal: by, lang, once }) => {
    const { interviewId: id, number: item, request } = path;
    const read = await readVisit(deps, { id, by, action: 'recording.file' });
    await takeOnce(deps, { by, once }, async () => {
      const clocks = await deps.records.clocksOf({ kind: 'interview', id });
      const reason = body.answer === 'refused' ? body.reason : undefined;
      const said = { item, request, answer: body.answer, reason, clocks };
      const entry = { ...(await entering(deps, read, body.note)), ...said };
      return { decision: answer(entry, stepOf(deps, read, by), editionOf(deps)) };
    });
    return { status: 201, body: await shownLedger(deps, id, by, lang) };
  };

export const recordings =
  (deps: VisitDeps): UseCase<typeof reading> =>
  async ({ path: { interviewId: id }, principal, lang }) => ({
    status: 200,
    body: await shownLedger(deps, id, principal, lang),
  });
