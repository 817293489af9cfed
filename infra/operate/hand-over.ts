import { randomBytes, randomUUID } from 'node:crypto';
import { Absence, declared } from '../../shared/domain/absence/absence.ts';
import { type AgencyId, newEventId, newFileId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { handOverWork } from '../../shared/platform/hand-over-work.ts';
import { policy } from '../../shared/policy/policy.ts';
import { journal } from '../../shared/store/journal.ts';
import { members } from '../../shared/store/members.ts';
import { records } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import { work } from '../../shared/store/work.ts';

const OPERATOR = { sub: 'operator' };

/**
 * Ends a membership as an operator does: the open work goes over in the same transaction, and what
 * is left of it is taken up by the minute.
 */
export const handOver = (table: Table, now: () => number) => {
  const deps = {
    records: records(table),
    members: members(table),
    work: work(table),
    journal: journal({
      table,
      nowSeconds: () => Math.floor(now() / 1000),
      random: Math.random,
      newToken: randomUUID,
    }),
    policy,
    now: () => new Date(now()).toISOString(),
    bytes: randomBytes,
  };
  return async (account: string, agency: AgencyId): Promise<void> => {
    const of = { kind: 'agency' as const, id: agency };
    const at = deps.now();
    const absence: Absence = {
      what: 'absence',
      of,
      number: nextNumber(await deps.records.parts('absence', Absence, of)),
      version: 1,
      file: newFileId(randomBytes),
      at,
      by: OPERATOR,
      account,
      kind: 'removal',
      from: at,
    };
    const { events } = declared({ absence, event: newEventId(randomBytes) });
    await handOverWork(deps, { absence, beside: { kept: [], events }, by: undefined });
  };
};
