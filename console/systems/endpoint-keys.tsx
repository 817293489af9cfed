import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rotateEndpoint } from '../../shared/contract/partners.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { Endpoint, Signing } from './draft.ts';
import { KeyList } from './key-list.tsx';
import { overlaps } from './overlaps.ts';
import { SchemeChoice } from './scheme-choice.tsx';
import { SecretOnce } from './secret-once.tsx';

/** By which keys the receiver knows the hub, and new ones in their place. */
export function EndpointKeys({ endpoint }: { readonly endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string>();
  const rotate = {
    code: 'rotate',
    label: t('systems.keys.rotate'),
    form: (back: () => void) => <Rotate endpoint={endpoint} onBack={back} onSecret={setSecret} />,
  };
  return (
    <Card title={t('systems.keys.title')}>
      <KeyList keys={endpoint.keys} />
      {secret && (
        <SecretOnce
          secret={secret}
          note={t('systems.secret.webhook')}
          onKept={() => setSecret(undefined)}
        />
      )}
      {!secret && <Acts acts={[rotate]} />}
    </Card>
  );
}

interface RotateProps {
  readonly endpoint: Endpoint;
  readonly onBack: () => void;
  readonly onSecret: (secret: string | undefined) => void;
}

function Rotate({ endpoint: { id, keys }, onBack, onSecret }: RotateProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState('1');
  const [scheme, setScheme] = useState<Signing>(() => signingOf(keys));
  const doing = useAct(rotateEndpoint, [['endpoint', id]], ({ secret }) => {
    onBack();
    onSecret(secret);
  });
  const overlapDays = Number(days);
  const send = () => doing.act({ path: { endpointId: id }, body: { overlapDays, scheme } });
  return (
    <ActForm
      doing={doing}
      title={t('systems.keys.rotate')}
      does={t('systems.keys.do')}
      onDo={send}
      onBack={onBack}
    >
      <Pick
        label={t('systems.keys.overlap')}
        hint={t('systems.keys.overlapHint')}
        options={overlaps(t)}
        none={t('systems.keys.atOnce')}
        value={days}
        onChange={setDays}
      />
      <SchemeChoice value={scheme} onChange={setScheme} />
    </ActForm>
  );
}

/** As the newest keys sign: those that nothing has replaced. */
function signingOf(keys: Endpoint['keys']): Signing {
  const schemes = new Set(keys.filter(({ until }) => !until).map(({ scheme }) => scheme));
  return schemes.size > 1 ? 'both' : ([...schemes][0] ?? 'v1');
}
