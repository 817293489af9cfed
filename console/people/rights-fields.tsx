import { useTranslation } from 'react-i18next';
import { ManyOf } from '../design/components/choice.tsx';
import { Fold } from '../design/components/fold.tsx';
import { humanRoles, type Rights } from './draft.ts';
import { useAreas } from './use-areas.ts';

interface RightsProps {
  readonly rights: Rights;
  readonly change: (rights: Partial<Rights>) => void;
  readonly lacks: boolean;
  readonly wrong: (pointer: string) => string | undefined;
}

/** What somebody may do at the agency, and where. */
export function RightsFields({ rights, change, lacks, wrong }: RightsProps) {
  const { t } = useTranslation();
  const { options } = useAreas();
  const { roles, areas } = rights;
  return (
    <>
      <ManyOf
        label={t('people.roles')}
        options={humanRoles.map((value) => ({
          value,
          label: `${t(`role.${value}`)}: ${t(`roleMay.${value}`)}`,
        }))}
        error={lacks ? t('people.rolesMissing') : wrong('/roles')}
        value={roles}
        onChange={(now) => change({ roles: now })}
        at="/roles"
      />
      {options.length > 1 && (
        <Fold
          title={t('people.areas')}
          aside={
            areas.length === 0
              ? t('people.everywhere')
              : t('people.someAreas', { number: areas.length })
          }
        >
          <ManyOf
            label={t('people.areas')}
            hint={t('people.areasHint')}
            options={options}
            error={wrong('/areas')}
            value={areas}
            onChange={(now) => change({ areas: now })}
            at="/areas"
          />
        </Fold>
      )}
    </>
  );
}
