import { type Rule, rules } from '../access/rule.ts';
import type { AgencyId } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { DETAIL_GROUPS, type Group } from '../referral/group.ts';
import { basisOf, purposeOf } from '../sharing/basis.ts';
import type { Foreseen } from '../sharing/foresee.ts';
import { isMissing, permittedUntil } from '../sharing/permitted.ts';
import type { Task } from '../task/task.ts';
import { ruleView } from './access-view.ts';

/** What access decided of one way to read. */
export interface Seen {
  readonly allowed: boolean;
  readonly by: readonly Rule[];
  readonly groups: readonly Group[];
  readonly withheld: Readonly<Partial<Record<Group, string>>>;
}

interface Previewed {
  readonly foreseen: Foreseen;
  readonly seen: readonly {
    readonly agency: AgencyId;
    readonly before: readonly Seen[];
    readonly after: readonly Seen[];
  }[];
  readonly at: string;
  readonly lang: Lang;
}

/** In words, before it is sent: who would be asked, who would see what by which rule, and what not. */
export function previewView({ foreseen, seen, at, lang }: Previewed, edition: Edition) {
  const { referral, tasks, notes } = foreseen;
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const agencies = seen.map(({ agency, before, after }) => {
    const own = tasks.filter((task) => task.agency === agency);
    const known = edition.agency(agency);
    return {
      agency,
      name: known?.name[lang] ?? agency,
      leads: referral.lead === agency,
      tasks: own.map((task) => taskOf(task, { foreseen, at, lang }, edition)),
      before: seenOf(before, lang, edition),
      after: seenOf(after, lang, edition),
    };
  });
  return { agencies, notes: notes.map((code) => label('previewNotes', code)) };
}

interface Told {
  readonly foreseen: Foreseen;
  readonly at: string;
  readonly lang: Lang;
}

const taskOf = (task: Task, { foreseen, at, lang }: Told, edition: Edition) => ({
  kind: { code: task.kind, label: edition.label('taskKinds', task.kind, lang) },
  urgency: task.urgency,
  deadline: task.deadline,
  rule: task.rule,
  why: foreseen.why.get(task.rule)?.[lang],
  ...groundOf(task, { foreseen, at, lang }, edition),
});

/** On what the agency would be told; where that is a consent, whether there is one. */
function groundOf(task: Task, { foreseen, at, lang }: Told, edition: Edition) {
  const { referral, case: opened } = foreseen;
  const recipient = edition.agency(task.agency)?.kind;
  if (!recipient) return {};
  const purpose = purposeOf(task.track, edition.sharing);
  const inCase = opened !== undefined;
  const { basis, law } = basisOf({ kind: referral.kind, inCase, purpose, recipient }, edition);
  return {
    purpose: { code: purpose, label: edition.label('sharingPurposes', purpose, lang) },
    basis: { code: basis, label: edition.label('sharingBases', basis, lang) },
    law: { code: law, label: edition.legalBases[law]?.[lang] ?? law },
    consent: task.onConsent && consentOf(task.onConsent, { foreseen, at, lang }, edition),
  };
}

function consentOf(
  work: NonNullable<Task['onConsent']>,
  { foreseen, at, lang }: Told,
  edition: Edition,
) {
  const { permitted } = foreseen.referral;
  const until = permittedUntil(work, permitted);
  const missing = isMissing({ until }, at);
  const by = permitted?.find((one) => one.until === until)?.by;
  const code = missing ? 'missing' : (by ?? 'consent');
  return { missing, until, state: { code, label: edition.label('permissions', code, lang) } };
}

function seenOf(ways: readonly Seen[], lang: Lang, edition: Edition) {
  const open = ways.filter(({ allowed }) => allowed);
  const groups = DETAIL_GROUPS.filter((group) => open.some((one) => one.groups.includes(group)));
  const by = open.filter((one) => one.groups.length > 0).flatMap((one) => one.by);
  const hidden = DETAIL_GROUPS.filter((group) => !groups.includes(group)).map((group) => {
    const closing = open.map(({ withheld }) => withheld[group]).find((id) => id !== undefined);
    const rule = rules.find(({ id }) => id === closing);
    return { group, closedBy: rule && ruleView(rule, lang, edition) };
  });
  return { groups, by: [...new Set(by)].map((rule) => ruleView(rule, lang, edition)), hidden };
}
