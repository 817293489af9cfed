import { useTranslation } from 'react-i18next';
import { Card } from '../design/components/card.tsx';
import { stepIn } from './leaflet.ts';
import { LeafletLanguage } from './leaflet-language.tsx';
import { useLeaflet } from './use-leaflet.ts';

interface NextStepsProps {
  readonly steps: readonly {
    readonly code: string;
    readonly label: string;
    readonly until?: string | undefined;
  }[];
}

/** What to do, and to leave undone, until somebody comes; in five languages, and printed in one. */
export function NextSteps({ steps }: NextStepsProps) {
  const { t } = useTranslation();
  const shown = useLeaflet();
  return (
    <Card title={t('receipt.next')}>
      <LeafletLanguage of={shown} />
      <ol className="stack" lang={shown.lang}>
        {steps.map((step) => (
          <li key={step.code}>{stepIn(shown.leaflet, step)}</li>
        ))}
      </ol>
    </Card>
  );
}
