import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { LoadLine } from '../../shared/contract/loads.ts';

type Load = Omit<z.output<typeof LoadLine>, 'account' | 'name'>;

/** What somebody has in hand, in one sentence each; what there is none of is left out. */
export function InHand({ load }: { readonly load: Load }) {
  const { t } = useTranslation();
  const { open, children, urgent, dueSoon, overdue, cut } = load;
  if (open === 0) return <p className="soft">{t('me.loads.nothing')}</p>;
  const parts = [
    t(cut ? 'me.loads.openCut' : 'me.loads.open', { number: open, children }),
    urgent > 0 && t('me.loads.urgent', { number: urgent }),
    dueSoon > 0 && t('me.loads.dueSoon', { number: dueSoon }),
    overdue > 0 && t('me.loads.overdue', { number: overdue }),
  ];
  return <p>{parts.filter(Boolean).join(' ')}</p>;
}
