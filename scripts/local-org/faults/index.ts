/** Faults on purpose: every boundary is counted, and anything may go wrong at any of them. */
export { cross } from '../transaction/cross';
export { FaultPlan, type Boundary } from './fault-plan';
export { addFaultOptions, faultPlan, type FaultOptions } from './options';
export { BOUNDARY_KINDS, parseFault, type BoundaryKind, type Fault } from './fault-spec';
export { ProcessKilled } from '../transaction/killed';
