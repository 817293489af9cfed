import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type PreparationView, preparation, prepare } from '../../shared/contract/preparation.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { devicesIn } from './said.ts';

type Point = z.output<typeof PreparationView>['points'][number];

/** The point of the pack for which devices are named: both recorders, by what stands on them. */
const DEVICES = 'recorders-tested';

interface ChecklistProps {
  readonly id: InterviewId;
  readonly about: readonly (readonly unknown[])[];
  readonly may: boolean;
}

/** What has to be prepared for this child, and what is done: nobody enters before it is ready. */
export function Checklist({ id, about, may }: ChecklistProps) {
  const { t } = useTranslation();
  const it = useRead(['interview', id, 'preparation'], preparation, { path: { interviewId: id } });
  return (
    <Read of={it}>
      {({ points, ready }) => (
        <Card
          title={t('centre.prepare.list')}
          aside={
            <Tag tone={ready ? 'good' : 'warn'}>
              {t(ready ? 'centre.ready' : 'centre.prepare.open')}
            </Tag>
          }
        >
          <ul className="plain">
            {points.map((point) => (
              <PointLine key={point.code} id={id} about={about} may={may} point={point} />
            ))}
          </ul>
        </Card>
      )}
    </Read>
  );
}

const TONES: Readonly<Record<Point['state'], Tone>> = {
  open: 'plain',
  done: 'good',
  'not-done': 'warn',
};

interface PointProps extends ChecklistProps {
  readonly point: Point;
}

function PointLine({ id, about, may, point }: PointProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { label, required, state, reason, devices, note, at, agency } = point;
  const said = [reason?.label, devices?.join(', '), note].filter(Boolean).join('. ');
  const form = (done: boolean) => (back: () => void) => (
    <Deal id={id} about={about} point={point} done={done} onBack={back} />
  );
  return (
    <li className="point">
      <div className="row">
        <h3>{label}</h3>
        <Tag tone={state === 'open' && required ? 'danger' : TONES[state]}>
          {t(`centre.prepare.${state}`)}
        </Tag>
        {required && state === 'open' && (
          <span className="soft small">{t('centre.prepare.required')}</span>
        )}
      </div>
      {said && <p>{said}</p>}
      {at && (
        <p className="soft small">
          {momentOf(at, lang)} {nameOf(agency)}
        </p>
      )}
      {may && (
        <Acts
          acts={[
            { code: 'done', label: t('centre.prepare.do'), form: form(true) },
            { code: 'not', label: t('centre.prepare.doNot'), form: form(false) },
          ]}
        />
      )}
    </li>
  );
}

interface DealProps extends Omit<PointProps, 'may'> {
  readonly done: boolean;
  readonly onBack: () => void;
}

function Deal({ id, about, point, done, onBack }: DealProps) {
  const { t } = useTranslation();
  const reasons = useCodes('preparationReasons');
  const [reason, setReason] = useState('');
  const [devices, setDevices] = useState('');
  const [note, setNote] = useState('');
  const doing = useAct(prepare, about, onBack);
  const words = note.trim() ? { note: note.trim() } : {};
  const tested = devicesIn(devices);
  const body = done
    ? { done: true as const, ...(tested.length > 0 && { devices: tested }), ...words }
    : { notDone: reason, ...words };
  return (
    <ActForm
      doing={doing}
      title={t(done ? 'centre.prepare.doing' : 'centre.prepare.notDoing', { point: point.label })}
      does={t('centre.prepare.save')}
      look="second"
      onDo={() => doing.act({ path: { interviewId: id, code: point.code }, body })}
      onBack={onBack}
    >
      {done && point.code === DEVICES && (
        <Field
          label={t('centre.prepare.devices')}
          hint={t('centre.prepare.devicesHint')}
          value={devices}
          onChange={setDevices}
          error={doing.wrong('/devices')}
        />
      )}
      {!done && (
        <Pick
          label={t('centre.prepare.reason')}
          none={t('steps.choose')}
          options={reasons}
          value={reason}
          onChange={setReason}
          error={doing.wrong('/reason') ?? doing.wrong('/notDone')}
        />
      )}
      <Field long label={t('centre.note')} value={note} onChange={setNote} maxLength={2000} />
    </ActForm>
  );
}
