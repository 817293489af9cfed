import type { EndpointId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { type Outcome, wordsOf } from '../../shared/domain/webhook/outcome-words.ts';
import type { Asked } from '../../shared/platform/ask-endpoint.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';

/** A minute, for all endpoints of an agency together: enough to try things out, and no amplifier. */
const MOST_A_MINUTE = 6;
const KEPT_SECONDS = 3600;

/** Refuses what is sent on demand more often than somebody trying things out would. */
export async function notTooOften(
  {
    endpoints,
    now,
  }: { readonly endpoints: Pick<Endpoints, 'countSent'>; readonly now: () => string },
  { agency }: Pick<WebhookEndpoint, 'agency'> & { readonly id: EndpointId },
): Promise<void> {
  const at = now();
  const minute = at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  const expires = Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS;
  if (!(await endpoints.countSent(agency, minute, MOST_A_MINUTE, expires))) {
    throw new Refusal('sent-too-often');
  }
}

/** What came of it as the one sees it who asked; their own system's words are for them alone. */
export function sentView(asked: Asked, outcome: Outcome | undefined, lang: Lang) {
  const { id, at, headers, answer, milliseconds } = asked;
  const words = outcome && wordsOf(outcome);
  return {
    ...{ event: id, at, arrived: outcome === undefined, milliseconds, headers },
    ...(answer && { status: answer.status, excerpt: answer.excerpt }),
    ...(outcome &&
      words && {
        problem: { code: outcome, label: words.label[lang], instead: words.instead[lang] },
      }),
  };
}
