/** Workflows made by hand, for tests of what is made of them. */
import type { Operation, Workflow } from '../../core/workflows/workflow.ts';

const PLACE = { path: '/project/app.py', span: { start: 0, end: 1 }, line: 1, column: 1, cell: undefined };

export function operation(more: Partial<Operation> = {}): Operation {
  return {
    kind: 'network',
    library: 'requests',
    call: 'requests.get',
    place: PLACE,
    function: 'fetch',
    style: 'sync',
    inLoop: false,
    independent: false,
    gil: undefined,
    ...more,
  };
}

export function workflow(more: Partial<Workflow> = {}): Workflow {
  return {
    id: 'app.py::orders',
    name: 'orders',
    kind: 'http-endpoint',
    place: PLACE,
    today: 'sync',
    isCoroutine: false,
    runsOn: 'worker',
    framework: undefined,
    pythonVersion: [3, 12],
    operations: [],
    obstacles: [],
    libraries: [],
    touched: [],
    unresolved: 0,
    ...more,
  };
}
