import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  type ClientView,
  endClientSecret,
  rotateClient,
  setClientCertificates,
} from '../../shared/contract/clients.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { FreshSignIn } from '../people/fresh-sign-in.tsx';
import { certificatesIn } from './certificates.ts';

export type Client = z.output<typeof ClientView>;

interface ClientProps {
  readonly client: Client;
  readonly onBack: () => void;
}

const ABOUT = [['clients']];

interface SecretProps extends ClientProps {
  readonly onSecret: (secret: string | undefined) => void;
}

/** A second secret beside the first, until the system has moved over. */
export function NewSecret({ client: { id }, onBack, onSecret }: SecretProps) {
  const { t } = useTranslation();
  const doing = useAct(rotateClient, ABOUT, ({ secret }) => {
    onBack();
    onSecret(secret);
  });
  return (
    <ActForm
      doing={doing}
      title={t('systems.clients.rotate')}
      does={t('systems.clients.rotate')}
      onDo={() => doing.act({ path: { clientId: id }, body: {} })}
      onBack={onBack}
    >
      <p>{t('systems.clients.rotateThen')}</p>
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}

interface EndProps {
  readonly clientId: string;
  readonly secretId: string;
  readonly isOldest: boolean;
}

export function EndSecret({ clientId, secretId, isOldest }: EndProps) {
  const { t } = useTranslation();
  const label = t(isOldest ? 'systems.clients.endOld' : 'systems.clients.endNew');
  const end = (back: () => void) => (
    <Ending title={label} path={{ clientId, secretId }} onBack={back} />
  );
  return <Acts acts={[{ code: 'end', label, form: end }]} />;
}

interface EndingProps {
  readonly title: string;
  readonly path: { readonly clientId: string; readonly secretId: string };
  readonly onBack: () => void;
}

function Ending({ title, path, onBack }: EndingProps) {
  const { t } = useTranslation();
  const doing = useAct(endClientSecret, ABOUT, onBack);
  return (
    <ActForm
      doing={doing}
      does={title}
      look="danger"
      onDo={() => doing.act({ path })}
      onBack={onBack}
    >
      <p>{t('systems.clients.endThen')}</p>
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}

/** Those that count from now on; none lifts the demand. */
export function Certificates({ client: { id }, onBack }: ClientProps) {
  const { t } = useTranslation();
  const [pasted, paste] = useState('');
  const doing = useAct(setClientCertificates, ABOUT, onBack);
  const certificates = certificatesIn(pasted);
  const isUnread = pasted.trim() !== '' && certificates.length === 0;
  const send = () => {
    if (!isUnread) doing.act({ path: { clientId: id }, body: { certificates } });
  };
  return (
    <ActForm
      doing={doing}
      title={t('systems.clients.certify')}
      does={t(certificates.length > 0 ? 'systems.clients.demand' : 'systems.clients.lift')}
      onDo={send}
      onBack={onBack}
    >
      <Field
        long
        label={t('systems.clients.pem')}
        hint={t('systems.clients.pemHint')}
        error={isUnread ? t('systems.clients.pemWrong') : doing.wrong('/certificates/0')}
        value={pasted}
        onChange={paste}
      />
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}
