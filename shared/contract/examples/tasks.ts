import type { Examples } from './example.ts';

const self = '/v1/tasks/tsk_4n8qwe7zr2mfk9tgc3yh';

const task = {
  id: 'tsk_4n8qwe7zr2mfk9tgc3yh',
  referral: 'ref_7k3m92qd',
  kind: { code: 'support-family', label: 'Family support' },
  track: 'support',
  role: 'lead',
  urgency: 'routine',
  status: 'requested',
  agency: 'municipality-zestaponi',
  municipality: { code: 'zestaponi', label: 'Zestaponi' },
  createdAt: '2026-11-20T13:40:02.000Z',
  deadline: '2026-11-25T14:00:00.000Z',
  instructions: [
    { code: 'name-acting-person', label: 'Name who acts and who stands in.' },
    {
      code: 'do-not-phone-parents-first',
      label: 'Do not phone the parents first: the child’s safety is settled before.',
    },
  ],
  rule: {
    id: 'early-level-2',
    why: {
      ka: 'ოჯახს მხარდაჭერა სჭირდება: მუნიციპალიტეტის სოციალური სამსახური თანხმობით სთავაზობს.',
      en: 'The family needs support: the municipal social service offers it, with consent.',
    },
  },
  next: ['received', 'accepted', 'rejected'],
  details: {},
  shownBy: 'task-owner',
  version: 1,
  links: {
    self,
    transitions: `${self}/transitions`,
    redirect: `${self}/redirect`,
    clocks: `${self}/clocks`,
  },
};

const actingPerson = { name: 'Tamar Nimushadze', phone: '+995 555 00 00 03' };

export const taskExamples: Examples = {
  listTasks: {
    answer: {
      items: [
        {
          id: task.id,
          kind: 'support-family',
          status: 'requested',
          urgency: 'routine',
          deadline: task.deadline,
          municipality: 'zestaponi',
          links: { self },
        },
      ],
    },
  },
  getTask: { answer: task },
  transitionTask: {
    bodies: {
      accept: {
        title: { ka: 'აღება: ვინ იმოქმედებს', en: 'Accept: who will act' },
        value: { to: 'accepted', actingPerson, deputy: { name: 'Levan Magalitadze' } },
      },
      reject: {
        title: { ka: 'უარი: მიზეზი სიიდან', en: 'Reject: with a reason from the list' },
        value: { to: 'rejected', reason: 'not-competent-area', note: 'ოჯახი ბაღდათში ცხოვრობს.' },
      },
      complete: {
        title: { ka: 'დასრულება: რა შედეგით', en: 'Complete: with its outcome' },
        value: { to: 'completed', outcome: 'services-started' },
      },
    },
    answer: {
      ...task,
      status: 'accepted',
      next: ['in-progress', 'on-hold', 'completed', 'failed'],
      work: { actingPerson: actingPerson.name, deputy: 'Levan Magalitadze' },
      version: 2,
    },
  },
  redirectTask: {
    bodies: {
      redirect: {
        title: { ka: 'სხვა უწყებას ეკუთვნის', en: 'It belongs to another agency' },
        value: { to: 'municipality-baghdati', reason: 'other-area' },
      },
    },
    answer: { ...task, offeredTo: 'tsk_9tgc3yh4n8qwe7zr2mfk', version: 2 },
  },
  changeUrgency: {
    bodies: {
      lower: {
        title: { ka: 'ბავშვი ამჟამად უსაფრთხოდაა', en: 'The child is safe for now' },
        value: { urgency: 'routine', reason: 'child-safe-now', note: 'ბებიასთანაა კვირამდე.' },
      },
    },
    answer: { ...task, version: 2 },
  },
  taskClocks: {
    answer: {
      items: [
        {
          name: 'decide',
          subject: task.id,
          holder: task.agency,
          startedAt: task.createdAt,
          dueAt: task.deadline,
          state: 'running',
          guardsChild: false,
          points: [{ at: task.deadline, what: 'due', role: 'holder' }],
          because:
            'Friday 20 November 17:40 → starts Tuesday 24 November 09:00; Monday 23 November is a holiday (Saint George’s Day); due Wednesday 25 November 18:00',
        },
      ],
    },
  },
};
