import type { Receipt } from '../stage/desk.ts';
import type { Said } from '../stage/tale.ts';

const below = (lines: readonly string[]): string => lines.map((line) => `\n· ${line}`).join('');

export const refers = ({ who, id, receiptNumber, nextSteps }: Receipt & { who: string }): Said => {
  const steps = below(nextSteps.map(({ label }) => label));
  return {
    ka: `${who} — შეტყობინება გაგზავნილია, ნომერი ${receiptNumber} (${id}). პასუხად:${steps}`,
    en: `${who}, sends a referral: receipt ${receiptNumber} (${id}). The answer:${steps}`,
  };
};

interface Handed {
  readonly agency: string;
  readonly kind: string;
  readonly urgency: string;
  readonly deadline: string;
  readonly why: string;
  readonly rule: string;
}

export const hubRoutes = ({
  routing: { level, policy },
  tasks,
}: {
  readonly routing: {
    readonly level?: number | undefined;
    readonly policy: { readonly pack: string; readonly edition: string };
  };
  readonly tasks: readonly Handed[];
}): Said => {
  const pack = `${policy.pack} ${policy.edition}`;
  const handed = (by: string) =>
    below(
      tasks.map(
        ({ agency, kind, urgency, deadline, why, rule }) =>
          `${agency}: ${kind} (${urgency}; ${by} ${deadline})\n    ${rule}: ${why}`,
      ),
    );
  const atLevel = { ka: level ? `, დონე ${level}` : '', en: level ? `, level ${level}` : '' };
  return {
    ka: `შეტყობინება განაწილდა (წესები: ${pack}${atLevel.ka})${handed('ვადა')}`,
    en: `the referral is routed (rules: ${pack}${atLevel.en})${handed('due')}`,
  };
};

interface Answered {
  readonly number: number;
  readonly code: { readonly label: string };
  readonly message?: string | undefined;
}

export const answers = ({ number, code, message = '' }: Answered): Said => ({
  ka: `უკუკავშირი №${number} შეტყობინების ავტორს: „${code.label} ${message}“`,
  en: `feedback ${number} to whoever referred: “${code.label} ${message}”`,
});

export const acknowledges = ({ number }: Pick<Answered, 'number'>): Said => ({
  ka: `უკუკავშირი №${number} მიღებულია და დადასტურებულია`,
  en: `has heard feedback ${number} and says so`,
});

export const closes = ({ reason, receipt }: { reason: string; receipt: string }): Said => ({
  ka: `შეტყობინება ${receipt} დახურულია: ${reason}`,
  en: `closes the referral ${receipt}: ${reason}`,
});

export const explainsClock = ({ label, because }: { label: string; because: string }): Said => ({
  ka: `რატომ არის ვადა („${label}“) სწორედ ეს:\n${because}`,
  en: `why this deadline (“${label}”) and no other:\n${because}`,
});

export const answeredInTime = (clock: { label: string; ended: string; due: string }): Said => ({
  ka: `„${clock.label}“ დროულია: ${clock.ended}, ვადა იყო ${clock.due}`,
  en: `“${clock.label}” came in time: ${clock.ended}, due was ${clock.due}`,
});

export const seesEnd = (end: { receiptNumber: string; label: string }): Said => ({
  ka: `ხედავს: ${end.receiptNumber} — ${end.label}; არც ერთი ვადა აღარ ითვლება`,
  en: `sees the end of it: ${end.receiptNumber} is ${end.label}; none of its clocks runs`,
});

interface Happened {
  readonly at: string;
  readonly label: string;
  readonly by: string;
}

export const tellsTimeline = (events: readonly Happened[]): Said => {
  const lines = events.map(({ at, label, by }) => `${at}  ${label} (${by})`);
  const list = below([...new Set(lines)].map((line) => counted(line, lines)));
  return {
    ka: `რა მოხდა, ${events.length} ჩანაწერი; არც ერთი ვადა არ გასულა:${list}`,
    en: `what happened, ${events.length} entries; no deadline was missed:${list}`,
  };
};

const counted = (line: string, lines: readonly string[]): string => {
  const times = lines.filter((other) => other === line).length;
  return times > 1 ? `${line} × ${times}` : line;
};

export const feedsAreWhole = (feeds: readonly { agency: string; entries: number }[]): Said => {
  const list = below(feeds.map(({ agency, entries }) => `${agency}: ${entries}`));
  return {
    ka: `უწყებების ლენტები, ნომრების გამოტოვების გარეშე:${list}`,
    en: `the agencies’ feeds, numbered without a gap:${list}`,
  };
};
