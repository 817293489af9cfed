import type { openApi as contract } from '../../shared/contract/directory.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';
import type { Publication } from './publication.ts';

/** The contract for programs: clients and editors are made from it. */
export const openApi =
  ({ json }: Pick<Publication, 'json'>): OpenUseCase<typeof contract> =>
  async () => ({ status: 200, contentType: 'application/json; charset=utf-8', body: json() });
