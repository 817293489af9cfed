import type { client, Request } from '../../shared/contract/client.ts';
import { exportJournal } from '../../shared/contract/journal.ts';

type Call = ReturnType<typeof client>['call'];

/** The lines of an export, page by page, as the hub gives them. */
export async function* pagesOf(call: Call, query: Request<typeof exportJournal>['query'] = {}) {
  let page = (await call(exportJournal, { query })).body;
  yield page.lines;
  while (page.next) {
    page = (await call(exportJournal, { at: page.next })).body;
    yield page.lines;
  }
}
