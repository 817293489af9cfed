import { useTranslation } from 'react-i18next';
import { useAgencies, useCodes } from '../api/use-lists.ts';
import { Pick } from '../design/components/pick.tsx';

interface PickAgencyProps {
  readonly kind: string;
  readonly onKind: (kind: string) => void;
  readonly value: string;
  readonly onChange: (agency: string) => void;
  readonly error?: string | undefined;
}

/** An agency: first of what kind, for there are many. */
export function PickAgency({ kind, onKind, value, onChange, error }: PickAgencyProps) {
  const { t } = useTranslation();
  const none = t('steps.choose');
  const kinds = useCodes('agencyKinds');
  const agencies = useAgencies().filter((one) => one.kind === kind);
  return (
    <>
      <Pick
        label={t('case.agencyKind')}
        none={none}
        options={kinds}
        value={kind}
        onChange={onKind}
        error={kind ? undefined : error}
      />
      {kind && (
        <Pick
          label={t('tasks.agency')}
          none={none}
          options={agencies}
          value={value}
          onChange={onChange}
          error={error}
        />
      )}
    </>
  );
}
