import { useOwnResources } from '../api/use-own-resources.ts';
import type { Option } from '../design/components/choice.tsx';

/** The people of one's own agency who can be booked and have an account, by name. */
export const useOwnWorkers = (): Option[] =>
  useOwnResources().flatMap(({ account, name, withdrawnAt }) =>
    account && !withdrawnAt ? [{ value: account, label: name ?? account }] : [],
  );
