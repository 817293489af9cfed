import type { Resource } from '../resource/resource.ts';

/** What everybody who plans a visit may know: nothing that says who it is. */
export const resourceLine = (resource: Resource) => {
  const { id, agency, kind, site, municipality, qualifications, languages } = resource;
  const { capacity, accessible, withdrawnAt } = resource;
  const self = `/v1/resources/${id}`;
  return {
    id,
    agency,
    kind,
    site,
    municipality,
    qualifications,
    languages,
    capacity,
    accessible,
    withdrawnAt,
    links: { self, broken: `${self}/broken` },
  };
};

/** The whole of it, for the agency that keeps it. */
export const resourceView = (
  resource: Resource,
  words: { readonly name?: string | undefined; readonly mail?: string | undefined } | undefined,
) => {
  const { sex, account, availability, buffers, observes, outside, version } = resource;
  return {
    ...resourceLine(resource),
    name: words?.name,
    mail: words?.mail,
    sex,
    account,
    availability,
    buffers,
    observes,
    outside: outside && {
      intervals: outside.busy.length,
      readAt: outside.readAt,
      until: outside.until,
      refreshes: resource.outsideAddress !== undefined,
    },
    version,
  };
};
