import { ClockName } from '../../domain/clock/definition.ts';
import type { CodeListName } from '../../domain/policy/code-lists.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

const unknownIn = (pack: Pack, list: CodeListName, codes: readonly string[]) =>
  codes
    .filter((code) => !Object.hasOwn(pack.codeLists.lists[list], code))
    .map((code) => `${code} is not in the code list ${list}`);

const absent = (codes: readonly string[], known: readonly string[], where: string) =>
  codes.filter((code) => !known.includes(code)).map((code) => `${code} is not in ${where}`);

/** The account is never shown beforehand by default: each permit names what it opens. */
function checkFirewall({ visit: { firewall } }: Pack): string[] {
  const opened = firewall.permits.flatMap(({ groups }) => groups);
  return [
    ...doubled(firewall.permits.map(({ code }) => code)).map((code) => `${code} stands twice`),
    ...absent(opened, firewall.lift.groups, 'what the end of the interview opens'),
    ...(firewall.lift.after.includes('completed') ? [] : ['a completed interview opens nothing']),
  ];
}

/** Clocks of contacts guard the child, and each item they wait for is in the list of care. */
function checkAfter(pack: Pack): string[] {
  const { after } = pack.visit;
  const items = pack.interview.after.map(({ code }) => code);
  const guards = pack.clocks.clocks
    .filter(({ guardsChild }) => guardsChild)
    .map(({ name }) => name);
  const results = after.selfHarm.map(({ result }) => result);
  const works = after.selfHarm.flatMap(({ tasks }) => tasks.map(({ kind }) => kind));
  return [
    ...absent(
      [...after.contacts, ...after.care].map(({ item }) => item),
      items,
      'interview.json after',
    ),
    ...after.contacts
      .filter(({ clock }) => !guards.some((name) => name === clock))
      .map(({ clock }) => `${clock} is no clock that guards the child`),
    ...doubled(after.care.map(({ number }) => String(number))).map((one) => `${one} stands twice`),
    ...unknownIn(pack, 'selfHarmResults', results),
    ...absent(Object.keys(pack.codeLists.lists.selfHarmResults), results, 'what follows a screen'),
    ...unknownIn(pack, 'taskKinds', works),
    ...unknownIn(pack, 'instructions', [after.instruction]),
  ];
}

function checkBefore(pack: Pack): string[] {
  const { planning, checklist } = pack.visit;
  const points = pack.interview.preparation.filter(({ required }) => required);
  const needs = [...checklist.needs.disability, ...checklist.needs.medication];
  return [
    ...unknownIn(pack, 'taskKinds', [planning.inform.kind]),
    ...unknownIn(pack, 'visitRoles', planning.filesQuestions),
    ...unknownIn(pack, 'visitNeeds', needs),
    ...absent(
      [...checklist.mustBeDone, checklist.devices.code],
      points.map(({ code }) => code),
      'the required points of interview.json preparation',
    ),
    ...absent(['questions-filed', 'statement-asked'], ClockName.options, 'the clocks'),
  ];
}

/** The neutral note names nothing but the day. */
const checkTexts = ({ visit: { texts } }: Pack): string[] =>
  texts.absence
    .filter(({ text }) => !text.includes('{date}'))
    .map(({ lang }) => `the absence note in ${lang} names no day`);

/** What the day at the centre names is there, and what guards the child guards it. */
export const checkVisit = (pack: Pack): readonly Problem[] =>
  [...checkFirewall(pack), ...checkAfter(pack), ...checkBefore(pack), ...checkTexts(pack)].map(
    (says) => problem('visit.json', '', says),
  );
