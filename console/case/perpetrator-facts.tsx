import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { PerpetratorView } from '../../shared/contract/family.ts';
import { Facts } from '../design/components/facts.tsx';

interface FactsProps {
  readonly perpetrator: NonNullable<z.output<typeof PerpetratorView>['perpetrator']>;
}

/** What is known of an alleged perpetrator, as far as it decides who may be reached and sent. */
export function PerpetratorFacts({ perpetrator }: FactsProps) {
  const { t } = useTranslation();
  const { livesWithChild, isGuardian, employer, under18, dangerToVisitors } = perpetrator;
  const yesNo = (said: string) => t(`yesNo.${said}`);
  return (
    <Facts
      facts={[
        { name: t('case.family.livesWithChild'), value: yesNo(livesWithChild) },
        { name: t('case.family.isGuardian'), value: yesNo(isGuardian) },
        { name: t('case.family.under18'), value: yesNo(under18) },
        { name: t('case.family.dangerToVisitors'), value: yesNo(dangerToVisitors) },
        { name: t('case.family.employer'), value: employer },
      ]}
    />
  );
}
