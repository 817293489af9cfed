import type { PolicyJson } from '@cedar-policy/cedar-wasm/web';
import type { Action } from '../../domain/access/actions.ts';
import { type Listed, listedSubject } from '../../domain/access/denial.ts';
import type { Granted } from '../../domain/access/permit.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { type AccessRequest, accessRequest } from '../../domain/access/request.ts';
import {
  type Asked,
  groupsOf,
  LIST_LINE,
  PROJECT,
  type Rule,
  speaksOf,
} from '../../domain/access/rule.ts';
import type { AccessSubject } from '../../domain/access/subject.ts';
import { DETAIL_GROUPS, type Group } from '../../domain/referral/group.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cedar } from './cedar.ts';

/** The answer to one question: allowed or not, and the rules that decided, in their order. */
export interface Decided {
  readonly allowed: boolean;
  readonly by: readonly Rule[];
}

/** A decision with all that an explanation of it needs. */
export interface Judged extends Decided, Projected {
  readonly request: AccessRequest;
}

interface Projected extends Pick<Granted, 'groups' | 'withheld'> {
  /** Rules about the reader that had a say in the groups. */
  readonly reader: readonly Rule[];
}

const NOTHING: Projected = { groups: [], withheld: {}, reader: [] };

let engines = 0;

/**
 * Decides by these rules. Those that speak of an action are prepared together when it is first
 * asked for: all others could not change the answer, and would take most of the time.
 */
export const accessEngine = (rules: readonly Rule[]) => {
  engines += 1;
  const engine = `engine-${engines}`;
  const prepared = new Map<Asked, ReadonlyMap<string, Rule>>();

  const prepare = (asked: Asked): ReadonlyMap<string, Rule> => {
    const found = prepared.get(asked);
    if (found) return found;
    const speaking = rules.filter((rule) => speaksOf(rule, asked));
    const staticPolicies = Object.fromEntries(
      speaking.map(({ id, policy }) => [id, policy as unknown as PolicyJson]),
    );
    const answer = cedar.preparsePolicySet(`${engine} ${asked}`, { staticPolicies });
    if (answer.type === 'failure') throw new Error(`rules of ${asked} are not readable`);
    const byId = new Map(speaking.map((rule) => [rule.id, rule]));
    prepared.set(asked, byId);
    return byId;
  };

  const decide = (asked: Asked, { account, record }: AccessRequest): Decided => {
    const speaking = prepare(asked);
    const answer = cedar.statefulIsAuthorized({
      principal: ACCOUNT,
      action: { type: 'Action', id: asked },
      resource: RECORD,
      context: {},
      preparsedPolicySetId: `${engine} ${asked}`,
      entities: [
        { uid: ACCOUNT, attrs: account, parents: [] },
        { uid: RECORD, attrs: record, parents: [] },
      ],
    });
    // A rule that could not be read through might have been a denial.
    if (answer.type === 'failure' || answer.response.diagnostics.errors.length > 0) {
      throw new Error(`access could not be decided: ${asked}`);
    }
    const { decision, diagnostics } = answer.response;
    const reasons = new Set(diagnostics.reason);
    const by = [...speaking.values()].filter(({ id }) => reasons.has(id));
    return { allowed: decision === 'allow', by };
  };

  /** Which groups the allowing rules open to this reader, and which of them are closed again. */
  const project = (
    by: readonly Rule[],
    request: AccessRequest,
    opened: readonly Group[],
  ): Projected => {
    if (by.every(({ discloses = [] }) => discloses.length === 0)) return NOTHING;
    const reader = decide(PROJECT, request).by;
    const needed = reader.flatMap(({ needs }) => groupsOf(needs, { needed: [], opened }));
    const wanted = new Set(by.flatMap(({ discloses }) => groupsOf(discloses, { needed, opened })));
    const withheld = Object.fromEntries(
      reader.flatMap(({ id, hides = [] }) =>
        (hides === 'all' ? [...DETAIL_GROUPS, 'statement' as const] : hides)
          .filter((group) => wanted.has(group))
          .map((group) => [group, id]),
      ),
    );
    return { groups: [...wanted].filter((group) => !(group in withheld)), withheld, reader };
  };

  const judge = (principal: Principal, action: Action, subject: AccessSubject): Judged => {
    const request = accessRequest(principal, subject);
    const { allowed, by } = decide(action, request);
    const shown = allowed ? project(by, request, subject.opened ?? []) : NOTHING;
    return { allowed, by, request, ...shown };
  };

  return {
    judge,

    /**
     * The one question every use case asks. Hard denials outrank all; then several rules may allow,
     * and their groups are united. Where no rule allows, the answer is the same as for a record that
     * does not exist.
     */
    may(principal: Principal, action: Action, subject: AccessSubject = {}): Granted {
      const { allowed, by, groups, withheld } = judge(principal, action, subject);
      const [first] = by;
      if (!allowed || !first) throw new Refusal('not-found');
      return { rule: first.id, purpose: first.purpose, groups, withheld } as Granted;
    },

    /** Whether a line of the agency's own list may be shown; one without a record behind it may. */
    mayList: (principal: Principal, listed: Listed | undefined): boolean =>
      !listed || decide(LIST_LINE, accessRequest(principal, listedSubject(listed))).allowed,
  };
};
export type AccessEngine = ReturnType<typeof accessEngine>;

const ACCOUNT = { type: 'Account', id: 'who' } as const;
const RECORD = { type: 'Record', id: 'what' } as const;
