import { type Actor, person } from '../stage/cast.ts';
import type { TaskView } from '../stage/desk.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import type { RoutedTask } from './referral.ts';
import * as say from './work-words.ts';

/** What people at the agencies do with their tasks, told step by step. */
export function workAt({ desk, tale, lang, label }: Stage) {
  const named = (view: TaskView, actor: Actor) => ({
    kind: view.kind.label,
    id: view.id,
    who: person(actor, lang).name,
  });

  return {
    /** Received means: by a person, with a name. What the child told stays closed until acceptance. */
    receives: ({ task, agency }: RoutedTask, actor: Actor) =>
      tale.step(agency, say.receives, async () => {
        const listed = await desk(agency).openTasks();
        must(
          listed.some(({ id }) => id === task),
          'the task is not on the agency’s list',
        );
        const actingPerson = person(actor, lang);
        const view = await desk(agency).step(task, 'received', { actingPerson });
        const shown = Object.keys(view.details);
        must(shown.length === 0 || view.role === 'lead', `shown before acceptance: ${shown}`);
        return named(view, actor);
      }),

    accepts: ({ task, agency }: RoutedTask, actor: Actor, standIn: Actor) =>
      tale.step(agency, say.accepts, async () => {
        const actingPerson = person(actor, lang);
        const deputy = person(standIn, lang);
        const view = await desk(agency).step(task, 'accepted', { actingPerson, deputy });
        must(view.work?.actingPerson?.includes(actingPerson.name) === true, 'no acting person');
        must(view.work.deputy?.includes(deputy.name) === true, 'no deputy');
        return { ...named(view, actor), deputy: deputy.name, shown: Object.keys(view.details) };
      }),

    starts: ({ task, agency }: RoutedTask, note: string) =>
      tale.step(agency, say.starts, async () => {
        const view = await desk(agency).step(task, 'in-progress', { note });
        must(view.work?.note === note, 'the note is not kept');
        return { kind: view.kind.label, note };
      }),

    holds: ({ task, agency }: RoutedTask, reason: string, note: string) =>
      tale.step(agency, say.holds, async () => {
        const view = await desk(agency).step(task, 'on-hold', { reason, note });
        return { kind: view.kind.label, reason: label('holdReasons', reason), note };
      }),

    completes: ({ task, agency }: RoutedTask, outcome: string, note: string) =>
      tale.step(agency, say.completes, async () => {
        const view = await desk(agency).step(task, 'completed', { outcome, note });
        must(view.outcome === outcome, `the outcome is ${view.outcome}`);
        return { kind: view.kind.label, outcome: label('outcomes', outcome), note };
      }),
  };
}
