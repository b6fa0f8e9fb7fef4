/** What the parts of the page can ask for. */
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { QuestionId } from '../../core/workflows/questions.ts';
import type { Place } from '../../core/workflows/workflow.ts';
import type { WorkflowKey } from '../../server/protocol.ts';
import type { FigureChanges } from './drafts.ts';
import type { CurveChoice, Filter } from './state.ts';

export interface Actions {
  readonly select: (key: WorkflowKey) => void;
  /** Back to the list, where there is no room for both. */
  readonly leave: () => void;
  readonly filter: (filter: Partial<Filter>) => void;
  /** Undefined takes an answer back. */
  readonly answer: (question: QuestionId, value: string | undefined) => void;
  readonly edit: (question: QuestionId | undefined) => void;
  /** Undefined is what is advised. */
  readonly choose: (advice: AdviceId | undefined) => void;
  readonly setFigures: (figures: FigureChanges) => void;
  readonly setCurve: (curve: CurveChoice) => void;
  readonly open: (place: Place) => void;
  readonly guideline: (number: number) => void;
  readonly fix: () => void;
  readonly copy: () => void;
  readonly record: () => void;
  readonly restart: () => void;
}
