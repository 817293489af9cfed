import type { CodeListName } from '../../domain/policy/code-lists.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Every sentence, exception and statement people can choose has its rule, and no rule speaks of others. */
export function checkAnswers({ answers, codeLists: { lists } }: Pack): readonly Problem[] {
  const { stages, exceptions, statements, notActing, lookAgain } = answers;
  const at = (path: string, says: string) => problem('answers.json', path, says);
  const listed = (path: string, list: CodeListName, codes: readonly string[]) =>
    codes
      .filter((code) => !Object.hasOwn(lists[list], code))
      .map((code) => at(path, `${code} is not in the code list ${list}`));
  const whole = (path: string, list: CodeListName, codes: readonly string[]) => [
    ...listed(path, list, codes),
    ...Object.keys(lists[list])
      .filter((code) => !codes.includes(code))
      .map((code) => at(path, `says nothing of ${code}`)),
  ];
  return [
    ...whole('stages', 'feedback', Object.keys(stages)),
    ...whole('exceptions.codes', 'feedbackExceptions', Object.keys(exceptions.codes)),
    ...(Object.hasOwn(exceptions.codes, exceptions.anonymous)
      ? []
      : [at('exceptions.anonymous', `${exceptions.anonymous} is no exception`)]),
    ...whole('statements.kinds', 'statementKinds', Object.keys(statements.kinds)),
    ...listed('notActing.reasons', 'closureReasons', notActing.reasons),
    ...listed('lookAgain.consent', 'consentStates', lookAgain.consent),
    ...listed('lookAgain.feedback', 'feedback', lookAgain.feedback),
    ...listed('lookAgain.takenUp', 'takenUp', lookAgain.takenUp),
    ...listed('lookAgain.closure', 'closureReasons', lookAgain.closure),
  ];
}
