import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Task } from './task-page.tsx';

/**
 * The task as it was when somebody began to decide: that is what the decision rests on, whatever
 * is read meanwhile. Where the hub says that it changed, it is read anew, so that one sees how.
 */
export function useShown(task: Task, isStale: boolean) {
  const [shown, show] = useState(task);
  const [wanted, want] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    if (isStale) void queries.invalidateQueries({ queryKey: ['task', task.id] });
  }, [isStale, queries, task.id]);
  const isRead = task.version !== shown.version;
  useEffect(() => {
    if (!wanted || !isRead) return;
    show(task);
    want(false);
  }, [wanted, isRead, task]);
  return { shown, waits: wanted, goOn: () => want(true) };
}

/** What is read anew after something was done with a task: it moves its case and its referral. */
export const aboutTask = ({ id, referral }: Task) => [
  ['open'],
  ['task', id],
  ['tasks'],
  ['case'],
  ['referral', referral],
];
