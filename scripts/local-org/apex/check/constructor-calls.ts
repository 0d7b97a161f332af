/** Calls of constructors by constructors. */
import type { ConstructorCallExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { T } from '../symbols/types';
import { bindArguments } from './calls';
import type { BodyContext } from './context';
import { chooseConstructor } from './creation';
import { errorExpression } from './leaves';
import { argumentTypes, convertArguments } from './overloads';

/** `this(…)` and `super(…)` in a constructor. */
export function bindConstructorCall(context: BodyContext, node: ConstructorCallExpression): BoundExpression {
  const values = bindArguments(context, node.arguments);
  const type = node.target === 'this' ? context.owner.type : context.owner.superclass;
  const problem = delegationProblem(context, node);
  if (problem) {
    context.report(node, problem);
    return errorExpression(node.line);
  }
  const base = { kind: 'constructorCall', target: node.target, type: T.void, line: node.line } as const;
  if (!type?.symbol) return { ...base, symbol: null, constructor: null, parameters: [], arguments: values };
  const { symbol } = type;
  const chosen = chooseConstructor(context, symbol, values, node, delegationMessage);
  if (!chosen) return errorExpression(node.line);
  const converted = convertArguments(context.project, values, chosen.parameters);
  return { ...base, symbol, constructor: chosen.constructor, parameters: chosen.parameters, arguments: converted };
}

/** Objects are made by constructors alone, and only classes with a super class have one to call there. */
function delegationProblem(context: BodyContext, { target }: ConstructorCallExpression): string | null {
  const { declaration } = context.owner;
  const isWithout = declaration.kind === 'class' && !declaration.superclass && target === 'super';
  if (isWithout) return `No super type defined: ${context.owner.fullName}`;
  return context.isConstructor ? null : `Call to '${target}()' must be the first statement in a constructor method`;
}

function delegationMessage(values: readonly BoundExpression[]): string {
  return `No constructor defined: void <init>(${argumentTypes(values)})`;
}
