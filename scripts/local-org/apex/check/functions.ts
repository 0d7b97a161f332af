/** Types the bodies of a class: methods, constructors, accessors and initialisers. */
import type { Accessor, BlockStatement, ConstructorDeclaration, Member, Position } from '../parse/ast';
import type { BoundClass, BoundMember } from '../bound/classes';
import type { BoundBlock, BoundFunction } from '../bound/statements';
import type {
  ClassSymbol,
  ConstructorSymbol,
  FieldSymbol,
  MethodSymbol,
  ParameterSymbol
} from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import { T, isUnknown, told, type Type } from '../symbols/types';
import { BodyContext } from './context';
import { convertTo } from './conversions';
import { bindExpression } from './expressions';
import { checkFlow } from './flow';
import { bindBlock } from './statements';

/** Types all code of one class; inner classes are typed on their own. */
export function bindClass(project: Project, symbol: ClassSymbol): BoundClass {
  const { declaration } = symbol;
  if (declaration.kind !== 'class') return { symbol, members: [] };
  return { symbol, members: declaration.members.flatMap((member) => bindMember(project, symbol, member)) };
}

function bindMember(project: Project, symbol: ClassSymbol, member: Member): BoundMember[] {
  switch (member.kind) {
    case 'method': {
      const method = symbol.methods.get(member.name.toLowerCase())?.find((found) => found.declaration === member);
      return method?.body ? [{ kind: 'method', method, body: bindMethod(project, method, method.body) }] : [];
    }
    case 'constructor': {
      const constructor = symbol.constructors.find((found) => found.declaration === member);
      return constructor ? [bindConstructor(project, constructor)] : [];
    }
    case 'initializer':
      return [bindInitializerBlock(project, symbol, member.static, member.body)];
    case 'field':
    case 'property': {
      const field = symbol.fields.get(member.name.toLowerCase());
      if (field?.declaration !== member) return [];
      return member.kind === 'field' ? bindFieldInitializer(project, field) : bindAccessors(project, field);
    }
    default:
      return [];
  }
}

function finish(context: BodyContext, parameters: BoundFunction['parameters'], body: BoundBlock): BoundFunction {
  return { owner: context.owner, isStatic: context.isStatic, parameters, temporaries: context.temporaries, body };
}

/** Types a method body and checks that it returns what it promises. */
function bindMethod(project: Project, method: MethodSymbol, body: BlockStatement): BoundFunction {
  const { owner, isStatic, returnType } = method;
  const context = new BodyContext({ project, owner, isStatic, returnType });
  const parameters = declareParameters(context, method.parameters, method.declaration);
  const block = bindBlock(context, body);
  checkReturns(context, block, body);
  return finish(context, parameters, block);
}

function declareParameters(context: BodyContext, parameters: readonly ParameterSymbol[], position: Position) {
  return parameters.map((parameter) => context.declare(parameter.name, parameter.type, position));
}

/** First version that refuses statements that cannot be reached; older code has some. */
const UNREACHABLE_VERSION = 41;

/** "Missing return statement" and "Unreachable statement" as the platform words them. */
function checkReturns(context: BodyContext, block: BoundBlock, node: BlockStatement): void {
  const isRefused = context.owner.unit.apiVersion >= UNREACHABLE_VERSION;
  const endsOpen = checkFlow(block, (line) => {
    if (isRefused) context.report({ line, column: 1 }, 'Unreachable statement');
  });
  const { returnType } = context;
  if (!endsOpen || returnType === T.void || isUnknown(returnType)) return;
  const end = { line: node.endLine, column: node.endColumn };
  context.report(end, `Missing return statement required return type: ${told(returnType)}`);
}

function bindConstructor(project: Project, constructor: ConstructorSymbol): BoundMember {
  const { owner, declaration } = constructor;
  const context = new BodyContext({
    project,
    owner,
    isStatic: false,
    returnType: T.void,
    isInitializing: true,
    isConstructor: true
  });
  const parameters = declareParameters(context, constructor.parameters, declaration);
  const block = bindBlock(context, declaration.body);
  refuseLateDelegation(context, declaration);
  checkReturns(context, block, declaration.body);
  return {
    kind: 'constructor',
    constructor,
    delegates: delegation(declaration),
    body: finish(context, parameters, block)
  };
}

function refuseLateDelegation(context: BodyContext, { body }: ConstructorDeclaration): void {
  for (const statement of body.statements.slice(1)) {
    if (statement.kind !== 'expression' || statement.expression.kind !== 'constructorCall') continue;
    const call = `${statement.expression.target}()`;
    context.report(statement, `Call to '${call}' must be the first statement in a constructor method`);
  }
}

function delegation({ body }: ConstructorDeclaration): 'this' | 'super' | null {
  const first = body.statements[0];
  if (first?.kind !== 'expression' || first.expression.kind !== 'constructorCall') return null;
  return first.expression.target;
}

function bindInitializerBlock(
  project: Project,
  owner: ClassSymbol,
  isStatic: boolean,
  body: BlockStatement
): BoundMember {
  const context = new BodyContext({
    project,
    owner,
    isStatic,
    returnType: T.void,
    isInitializing: true,
    isBlock: !isStatic
  });
  if (isStatic && owner.outer) context.report(body, 'Inner types are not allowed to have static blocks');
  const block = bindBlock(context, body);
  return { kind: 'initializer', isStatic, isBlock: true, body: finish(context, [], block) };
}

function bindFieldInitializer(project: Project, field: FieldSymbol): BoundMember[] {
  const { initializer, owner, isStatic } = field;
  if (!initializer) return [];
  const context = new BodyContext({
    project,
    owner,
    isStatic,
    returnType: T.void,
    isInitializing: true,
    initialized: field
  });
  const value = convertTo(context, bindExpression(context, initializer), field.type, field.declaration);
  const { line } = field;
  const target = isStatic ? null : ({ kind: 'this', type: owner.type, line } as const);
  const assignment = {
    kind: 'assign',
    target: { kind: 'field', field, target, type: field.type, line },
    value,
    type: field.type,
    line
  } as const;
  const statement = { kind: 'expression', expression: assignment, line } as const;
  const block: BoundBlock = { kind: 'block', line, endLine: line, statements: [statement] };
  const isConstant = initializer.kind === 'literal' && field.modifiers.includes('final');
  return [{ kind: 'initializer', isStatic, isBlock: false, isConstant, body: finish(context, [], block) }];
}

function bindAccessors(project: Project, field: FieldSymbol): BoundMember[] {
  if (!field.property || field.property.isPlain) return [];
  const { getter, setter } = field.property;
  return [
    ...(getter ? [bindAccessor(project, field, getter, 'get')] : []),
    ...(setter ? [bindAccessor(project, field, setter, 'set')] : [])
  ];
}

function bindAccessor(project: Project, field: FieldSymbol, accessor: Accessor, kind: 'get' | 'set'): BoundMember {
  if (!accessor.body) return { kind: 'accessor', field, accessor: kind, body: null };
  const { owner, isStatic } = field;
  const returnType: Type = kind === 'get' ? field.type : T.void;
  const context = new BodyContext({ project, owner, isStatic, returnType, property: field });
  const parameters = kind === 'set' ? [context.declare('value', field.type, accessor)] : [];
  const block = bindBlock(context, accessor.body);
  checkReturns(context, block, accessor.body);
  return { kind: 'accessor', field, accessor: kind, body: finish(context, parameters, block) };
}
