import { Temporal } from 'temporal-polyfill';
import type { getInstruments as contract } from '../../shared/contract/directory.ts';
import type { Instrument } from '../../shared/domain/screening/instrument.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** The forms in force, as they are filled in: without what an answer weighs. */
export const getInstruments =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'directory.read');
    const { instruments } = policy.at(Temporal.Instant.from(now()));
    return { status: 200, body: { items: instruments.map(shown) } };
  };

const shown = ({ id, version, title, domains, indicators }: Instrument) => ({
  id,
  version,
  title,
  domains,
  indicators: indicators.map(({ code, domain, question, danger = false }) => ({
    code,
    domain,
    question,
    danger,
  })),
});
