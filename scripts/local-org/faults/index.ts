/** Faults on purpose: every boundary is counted, and anything may go wrong at any of them. */
export { FaultPlan, type Boundary } from './fault-plan';
export { addFaultOptions, faultPlan, type FaultOptions } from './options';
export { parseFault, type Fault } from './fault-spec';
export { BOUNDARY_KINDS, type BoundaryKind } from '../transaction/boundaries';
export { ProcessKilled } from '../transaction/killed';
