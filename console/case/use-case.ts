import { useOutletContext } from 'react-router';
import { getCase } from '../../shared/contract/cases.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { AgencyId, CaseId } from '../../shared/domain/ids.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

export interface OpenCase {
  readonly caseId: CaseId;
  /** What the rules open of this case to whoever is signed in. */
  readonly may: (action: RecordAction) => boolean;
}

/** The case whose part is shown; what is done to it reads everything of it anew. */
export function useCase() {
  const open = useOutletContext<OpenCase>();
  const { caseId } = open;
  return {
    ...open,
    path: { caseId },
    about: [
      ['open', caseId],
      ['case', caseId],
    ] as const,
  };
}

export function useCaseView() {
  const { caseId, path, may } = useCase();
  return useRead(['case', caseId], getCase, { path }, { when: may('case.read') });
}

interface Said {
  readonly at: string;
  readonly agency?: AgencyId | undefined;
}

/** “Regional centre of Imereti, 24 Nov 15:20”. */
export function useSaid() {
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return ({ at, agency }: Said): string =>
    [nameOf(agency), momentOf(at, lang)].filter(Boolean).join(', ');
}
