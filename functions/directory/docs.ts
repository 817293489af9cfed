import type { docs as contract } from '../../shared/contract/directory.ts';
import type { OpenUseCase } from '../../shared/platform/http.ts';
import type { Publication } from './publication.ts';
import { contentSecurityPolicy } from './reference/page.ts';

/** The contract for people, in the language chosen on the page or else in the browser. */
export const docs =
  ({ page }: Pick<Publication, 'page'>): OpenUseCase<typeof contract> =>
  async ({ query, lang }) => ({
    status: 200,
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
    body: page(query.lang ?? lang),
  });
