import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { deleteEndpoint, disableEndpoint, enableEndpoint } from '../../shared/contract/partners.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import type { Endpoint } from './draft.ts';

interface SwitchProps {
  readonly endpoint: Endpoint;
  readonly onGone: () => void;
}

/** On, off, or gone: each says first what becomes of what waits. */
export function EndpointSwitch({ endpoint, onGone }: SwitchProps) {
  const { t } = useTranslation();
  const act = (code: 'disable' | 'enable' | 'delete') => ({
    code,
    label: t(`systems.switch.${code}.does`),
    form: (back: () => void) =>
      code === 'delete' ? (
        <Remove endpoint={endpoint} onGone={onGone} onBack={back} />
      ) : (
        <Turn endpoint={endpoint} which={code} onBack={back} />
      ),
  });
  return <Acts acts={[act(endpoint.state === 'disabled' ? 'enable' : 'disable'), act('delete')]} />;
}

interface TurnProps {
  readonly endpoint: Endpoint;
  readonly which: 'disable' | 'enable';
  readonly onBack: () => void;
}

function Turn({ endpoint: { id, version }, which, onBack }: TurnProps) {
  const { t } = useTranslation();
  const endpoint = which === 'enable' ? enableEndpoint : disableEndpoint;
  const doing = useAct(endpoint, [['endpoint', id], ['endpoints']], onBack);
  const does = t(`systems.switch.${which}.does`);
  return (
    <ActForm
      doing={doing}
      title={does}
      does={does}
      onDo={() => doing.act({ path: { endpointId: id }, ifMatch: version })}
      onBack={onBack}
    >
      <p>{t(`systems.switch.${which}.then`)}</p>
    </ActForm>
  );
}

function Remove({ endpoint: { id }, onGone, onBack }: SwitchProps & Pick<TurnProps, 'onBack'>) {
  const { t } = useTranslation();
  const go = useNavigate();
  const doing = useAct(deleteEndpoint, [['endpoints']], () => {
    onGone();
    void go('/app/systems');
  });
  return (
    <ActForm
      doing={doing}
      title={t('systems.switch.delete.does')}
      does={t('systems.switch.delete.does')}
      look="danger"
      onDo={() => doing.act({ path: { endpointId: id } })}
      onBack={onBack}
    >
      <p>{t('systems.switch.delete.then')}</p>
    </ActForm>
  );
}
