import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { type EndpointDraft, emptyEndpoint, missing, toBody } from './draft.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SystemsFrame } from './systems-frame.tsx';

interface Made {
  readonly id: string;
  readonly secret?: string | undefined;
}

/** A new address at which a system of the agency is told of news. */
export function NewEndpoint() {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made>();
  return (
    <SystemsFrame title={t('systems.new')} lead={made ? undefined : t('systems.newLead')}>
      {made ? <ItsSecret made={made} /> : <Form onMade={setMade} />}
    </SystemsFrame>
  );
}

function Form({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyEndpoint);
  const [isTried, setTried] = useState(false);
  const doing = useAct(createEndpoint, [['endpoints']], onMade);
  const lacks = missing(draft);
  const change = (part: Partial<EndpointDraft>) => setDraft((before) => ({ ...before, ...part }));
  const send = () => {
    setTried(true);
    if (lacks.size === 0) doing.act({ body: toBody(draft) });
  };
  return (
    <ActForm doing={doing} does={t('systems.create')} onDo={send}>
      <EndpointFields
        draft={draft}
        change={change}
        lacks={isTried ? lacks : new Set()}
        wrong={doing.wrong}
      />
      <SchemeChoice value={draft.scheme} onChange={(scheme) => change({ scheme })} />
    </ActForm>
  );
}

/** Ed25519 alone has no secret: its public half stands on the page of the endpoint. */
function ItsSecret({ made: { id, secret } }: { readonly made: Made }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const page = `/app/systems/endpoints/${id}`;
  if (secret) {
    const kept = () => void go(page);
    return <SecretOnce secret={secret} note={t('systems.secret.webhook')} onKept={kept} />;
  }
  return (
    <Notice tone="good" title={t('systems.made')} live>
      <p>{t('systems.madePublic')}</p>
      <div>
        <LinkButton look="first" to={page}>
          {t('systems.see')}
        </LinkButton>
      </div>
    </Notice>
  );
}
