import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Every reason for a recall belongs to one kind, and a withdrawal starts only what there is. */
export function checkRecall({ recall, clocks, codeLists: { lists } }: Pack): readonly Problem[] {
  const at = (path: string, says: string) => problem('recall.json', path, says);
  const kinds = Object.entries(recall.kinds);
  const given = kinds.flatMap(([, { reasons }]) => reasons);
  const reasons = Object.keys(lists.recallReasons);
  const started = Object.entries(recall.withdrawal.reasons);
  return [
    ...given
      .filter((code) => !reasons.includes(code))
      .map((code) => at('kinds', `${code} is not in the code list recallReasons`)),
    ...reasons
      .filter((code) => given.filter((one) => one === code).length !== 1)
      .map((code) => at('kinds', `${code} belongs to exactly one kind`)),
    ...kinds
      .filter(([, { urgency }]) => !hasClock(clocks, urgency))
      .map(([kind, { urgency }]) => at(`kinds.${kind}`, `no clock recall-confirmed is ${urgency}`)),
    ...started
      .filter(([code]) => !Object.hasOwn(lists.withdrawalReasons, code))
      .map(([code]) => at('withdrawal', `${code} is not in the code list withdrawalReasons`)),
    ...started
      .filter(([, code]) => !recall.kinds['consent-withdrawn'].reasons.includes(code))
      .map(([, code]) => at('withdrawal', `${code} is no reason of consent-withdrawn`)),
  ];
}

const hasClock = ({ clocks }: Pack['clocks'], urgency: string): boolean =>
  clocks.some((one) => one.name === 'recall-confirmed' && (one.urgency ?? urgency) === urgency);
