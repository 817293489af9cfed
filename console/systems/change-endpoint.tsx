import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { changeEndpoint, getEndpoint } from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { draftOf, type Endpoint, type EndpointDraft, missing, wishOf } from './draft.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import { SystemsFrame } from './systems-frame.tsx';

/** Other wishes for an endpoint, as a whole. */
export function ChangeEndpoint() {
  const { t } = useTranslation();
  const endpointId = useParams().endpointId as EndpointId;
  const endpoint = useRead(['endpoint', endpointId], getEndpoint, { path: { endpointId } });
  return (
    <SystemsFrame title={t('systems.change')}>
      <Read of={endpoint}>{(data) => <Form key={data.version} endpoint={data} />}</Read>
    </SystemsFrame>
  );
}

function Form({ endpoint }: { readonly endpoint: Endpoint }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { id, url, version } = endpoint;
  const [draft, setDraft] = useState(() => draftOf(endpoint));
  const [isTried, setTried] = useState(false);
  const page = `/app/systems/endpoints/${id}`;
  const about = [['endpoint', id], ['endpoints']];
  const doing = useAct(changeEndpoint, about, () => void go(page));
  const lacks = missing(draft);
  const send = () => {
    setTried(true);
    const body = wishOf(draft);
    if (lacks.size === 0) doing.act({ path: { endpointId: id }, body, ifMatch: version });
  };
  const change = (part: Partial<EndpointDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <ActForm doing={doing} does={t('systems.keep')} onDo={send} onBack={() => void go(page)}>
      <EndpointFields
        draft={draft}
        change={change}
        lacks={isTried ? lacks : new Set()}
        wrong={doing.wrong}
      />
      {draft.url.trim() !== url && <Notice tone="warn">{t('systems.provedAnew')}</Notice>}
    </ActForm>
  );
}
