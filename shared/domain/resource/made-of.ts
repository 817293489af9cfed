import type { AgencyId, FileId, ResourceId } from '../ids.ts';
import type { Sealed } from '../sealed.ts';
import type { Resource } from './resource.ts';
import type { ResourceSubmission } from './submission.ts';

interface Making {
  readonly id: ResourceId;
  readonly agency: AgencyId;
  readonly file: FileId;
  readonly before: Resource | undefined;
  readonly sealed: Sealed | undefined;
  readonly at: string;
}

/** The resource that was sent; what the hub itself keeps beside it goes on from before. */
export function madeOf(sent: ResourceSubmission, making: Making): Resource {
  const { id, agency, file, before, sealed, at } = making;
  const { site, municipality, sex, account, capacity, observes } = sent;
  const withdrawnAt = sent.withdrawn ? (before?.withdrawnAt ?? at) : undefined;
  return {
    what: 'resource',
    id,
    agency,
    file,
    version: (before?.version ?? 0) + 1,
    kind: sent.kind,
    qualifications: sent.qualifications.map(({ to, ...one }) => ({ ...one, ...(to && { to }) })),
    languages: sent.languages,
    availability: sent.availability,
    buffers: sent.buffers,
    accessible: sent.accessible,
    ...(site && { site }),
    ...(municipality && { municipality }),
    ...(sex && { sex }),
    ...(account && { account }),
    ...(capacity && { capacity }),
    ...(observes && { observes }),
    ...(withdrawnAt && { withdrawnAt }),
    ...(before?.outside && { outside: before.outside }),
    ...(before?.outsideAddress && { outsideAddress: before.outsideAddress }),
    ...(before?.calendar && { calendar: before.calendar }),
    ...(sealed && { sealed }),
  };
}
