import { MeetingCard } from './meeting-card.tsx';
import { QuestionPlanCard } from './question-plan.tsx';
import { useVisit } from './use-visit.ts';
import { VisibilityCard } from './visibility-card.tsx';

/** The planning meeting, the one plan of questions, and what the interviewer may know beforehand. */
export function Planning() {
  const { may } = useVisit();
  return (
    <>
      {may('visit.read') && <MeetingCard />}
      {may('visit.read') && <QuestionPlanCard />}
      {may('visit.read') && <VisibilityCard />}
    </>
  );
}
