import { Temporal } from 'temporal-polyfill';
import type { getCodeLists as contract } from '../../shared/contract/directory.ts';
import { CodeListName } from '../../shared/domain/policy/code-lists.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** Every code people meet, with its label in both languages. */
export const getCodeLists =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'directory.read');
    const edition = policy.at(Temporal.Instant.from(now()));
    const wordsOf = (list: CodeListName) =>
      edition.codes(list).map((code) => ({
        code,
        ka: edition.label(list, code, 'ka'),
        en: edition.label(list, code, 'en'),
      }));
    const lists = CodeListName.options.map((list) => [list, wordsOf(list)] as const);
    // Two more, whose codes stand with their rules: what planning talks about, what it may open.
    const { agenda, firewall } = edition.visit;
    const ofRules = { agenda: agenda.map(labelled), visitPermits: firewall.permits.map(labelled) };
    return { status: 200, body: { ...Object.fromEntries(lists), ...ofRules } };
  };

interface Worded {
  readonly code: string;
  readonly label: { readonly ka: string; readonly en: string };
}
const labelled = ({ code, label: { ka, en } }: Worded) => ({ code, ka, en });
