import { AgencyKind } from '../../domain/directory/agency.ts';
import { stageOf } from '../../domain/referral/feedback.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Outcomes that are disclosed exist, and every kind of agency has its scope. */
export function checkDisclosure({ disclosure: { feedback }, answers }: Pack): readonly Problem[] {
  const { general, kinds, otherwise } = feedback;
  const isOutcome = (code: string) =>
    Object.hasOwn(answers.stages, code) && stageOf(code, { answers }) === 'outcome';
  const scopes = Object.entries({ ...kinds, ...(otherwise && { otherwise }) });
  const at = (path: string, says: string) => problem('disclosure.json', `feedback.${path}`, says);
  return [
    ...(isOutcome(general) ? [] : [at('general', `${general} is no outcome of the code list`)]),
    ...scopes.flatMap(([kind, { learns, early }]) => [
      ...[...learns, ...(early?.learns ?? [])]
        .filter((code) => !isOutcome(code))
        .map((code) => at(kind, `${code} is no outcome of the code list`)),
      ...doubled(learns).map((code) => at(kind, `${code} is listed twice`)),
    ]),
    ...AgencyKind.options
      .filter((kind) => !kinds[kind] && !otherwise)
      .map((kind) => at(kind, 'has no scope, and there is none for the others')),
  ];
}
