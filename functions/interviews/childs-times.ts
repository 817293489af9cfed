import type {
  addForbiddenTime as addingTime,
  addWish as addingWish,
  removeForbiddenTime as removing,
} from '../../shared/contract/childs-times.ts';
import type { openInterview } from '../../shared/contract/interviews.ts';
import { forbiddenTimeView, wishView } from '../../shared/domain/disclosure/visit-parts-view.ts';
import { type FileId, type InterviewId, newEventId } from '../../shared/domain/ids.ts';
import { noted } from '../../shared/domain/interview/change.ts';
import { ForbiddenTime, Wish } from '../../shared/domain/interview/childs-times.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { StepBy } from '../../shared/domain/visit/step.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import type { Made, Once } from '../../shared/store/journal.ts';

type Opening = Parameters<UseCase<typeof openInterview>>[0]['body'];
type Given = Opening['forbiddenTimes'][number];
type Wished = Opening['wishes'][number];

interface Place {
  readonly id: InterviewId;
  readonly file: FileId;
  readonly by: StepBy['by'];
  readonly at: string;
}

const partAt = ({ id, file, by, at }: Place, number: number) => ({
  of: { kind: 'interview' as const, id },
  ...{ number, version: 1, file, at, by },
});

function timePart(given: Given, place: Place, number: number, edition: Edition): ForbiddenTime {
  const { code, when } = given;
  if (!edition.has('forbiddenTimes', code)) {
    throw new Refusal('unknown-code', [{ pointer: '/code', code: 'unknown-code' }]);
  }
  return { what: 'forbidden-time', ...partAt(place, number), code, when };
}

const wishPart = (wish: Wished, place: Place, number: number): Wish => ({
  what: 'wish',
  ...partAt(place, number),
  wish,
});

/** The child's own times that were said when the visit was opened. */
export const timesSaid = (
  { forbiddenTimes, wishes }: Pick<Opening, 'forbiddenTimes' | 'wishes'>,
  place: Place,
  edition: Edition,
) => [
  ...forbiddenTimes.map((one, index) => timePart(one, place, index + 1, edition)),
  ...wishes.map((one, index) => wishPart(one, place, index + 1)),
];

/** A time at which the child cannot come. */
export const addForbiddenTime =
  (deps: PlanDeps): UseCase<typeof addingTime> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.plan' });
    const of = { kind: 'interview', id } as const;
    const edition = editionAt(deps, deps.now());
    const earlier = await deps.journal.earlier(principal, once);
    const all = await deps.records.parts('forbidden-time', ForbiddenTime, of);
    const number = nextNumber(all);
    const made =
      earlier ??
      (await keep(deps, { read, principal, once, number }, (place) =>
        timePart(body, place, number, edition),
      ));
    const part = await deps.records.part('forbidden-time', ForbiddenTime, of, Number(made.number));
    return { status: 201, body: forbiddenTimeView(part, lang, edition) };
  };

/** Something the child would like. */
export const addWish =
  (deps: PlanDeps): UseCase<typeof addingWish> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.plan' });
    const of = { kind: 'interview', id } as const;
    const earlier = await deps.journal.earlier(principal, once);
    const number = nextNumber(await deps.records.parts('wish', Wish, of));
    const made =
      earlier ??
      (await keep(deps, { read, principal, once, number }, (place) =>
        wishPart(body, place, number),
      ));
    const part = await deps.records.part('wish', Wish, of, Number(made.number));
    return { status: 201, body: wishView(part, lang, editionAt(deps, deps.now())) };
  };

/** The child can come at that time after all. Done twice, it is done once. */
export const removeForbiddenTime =
  (deps: PlanDeps): UseCase<typeof removing> =>
  async ({ path, principal }) => {
    const { interviewId: id, number } = path;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.plan' });
    const of = { kind: 'interview', id } as const;
    const part = await deps.records.part('forbidden-time', ForbiddenTime, of, number);
    if (part.removedAt) return { status: 204, body: undefined };
    await keep(deps, { read, principal, once: undefined, number }, ({ at }) => ({
      ...part,
      version: part.version + 1,
      removedAt: at,
    }));
    return { status: 204, body: undefined };
  };

interface Keeping {
  readonly read: ReadInterview;
  readonly principal: Parameters<UseCase<typeof addingTime>>[0]['principal'];
  readonly once: Once | undefined;
  readonly number: number;
}

async function keep(
  { journal, now, bytes }: PlanDeps,
  { read, principal, once, number }: Keeping,
  partOf: (place: Place) => ForbiddenTime | Wish,
): Promise<Made> {
  const { interview, family } = read;
  const at = now();
  const by = { sub: principal.sub, agency: principal.agency };
  const part = partOf({ id: interview.id, file: interview.file, by, at });
  const lead = (family[0] ?? read.case).lead;
  const step = { by, at, event: newEventId(bytes), lead };
  const decision = noted(interview, [part], { part: part.what, number: String(number) }, step);
  const made = { number: String(number) };
  const options = { by: principal, once, made };
  return (await journal.commit(decision, options)) ?? made;
}
