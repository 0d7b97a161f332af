/** `new` expressions. */
import type {
  ArrayCreatorRestContext,
  ArrayInitializerContext,
  AssignExpressionContext,
  ClassCreatorRestContext,
  CreatedNameContext,
  CreatorContext,
  ExpressionContext,
  IdPrimaryContext,
  MapCreatorRestContext,
  PrimaryExpressionContext,
  SetCreatorRestContext
} from '@apexdevtools/apex-parser';
import type { Expression, NamedArgument, Position, TypeReference } from './ast';
import { buildTypeList } from './build-types';
import { nameOf, positionOf, refuse } from './tree';

/** The expression builder is passed in, because expressions and creators contain each other. */
type BuildExpression = (context: ExpressionContext) => Expression;

/** Builds what follows `new`. */
export function buildCreator(context: CreatorContext, at: Position, build: BuildExpression): Expression {
  const type = createdType(context.createdName());
  if (context.noRest()) return { kind: 'newCollection', type, elements: [], ...at };
  if (context.classCreatorRest()) return newObject(context.classCreatorRest(), type, at, build);
  if (context.arrayCreatorRest()) return newArray(context.arrayCreatorRest(), type, at, build);
  if (context.mapCreatorRest()) return newMap(context.mapCreatorRest(), type, at, build);
  if (context.setCreatorRest()) return newCollection(context.setCreatorRest(), type, at, build);
  return refuse(context);
}

function createdType(context: CreatedNameContext): TypeReference {
  const parts = context.idCreatedNamePair_list().map((pair) => ({
    name: nameOf(pair.anyId()),
    typeArguments: buildTypeList(pair.typeList())
  }));
  return { kind: 'typeReference', parts, arrayDepth: 0, ...positionOf(context) };
}

function newObject(
  context: ClassCreatorRestContext,
  type: TypeReference,
  at: Position,
  build: BuildExpression
): Expression {
  const contexts = context.arguments().expressionList()?.expression_list() ?? [];
  const fields = contexts.map((argument) => namedArgument(argument, build));
  if (fields.length > 0 && fields.every((field) => field !== null)) {
    return { kind: 'newNamed', type, fields, ...at };
  }
  return { kind: 'newObject', type, arguments: contexts.map(build), ...at };
}

/** `Name = value` as an argument; null for anything else. */
function namedArgument(context: ExpressionContext, build: BuildExpression): NamedArgument | null {
  const assignment = context as AssignExpressionContext;
  if (!('ASSIGN' in assignment) || !('ADD_ASSIGN' in assignment) || !assignment.ASSIGN()) return null;
  const primary = assignment.expression(0) as PrimaryExpressionContext;
  const name = 'primary' in primary ? (primary.primary() as IdPrimaryContext) : null;
  if (!name || !('id' in name)) return null;
  return { name: nameOf(name), value: build(assignment.expression(1)), ...positionOf(name) };
}

function newArray(
  context: ArrayCreatorRestContext,
  element: TypeReference,
  at: Position,
  build: BuildExpression
): Expression {
  const type = { ...element, arrayDepth: element.arrayDepth + 1 };
  const size = context.expression() as ExpressionContext | null;
  if (size) return { kind: 'newArray', type, size: build(size), ...at };
  const initializer = context.arrayInitializer() as ArrayInitializerContext | null;
  return { kind: 'newCollection', type, elements: (initializer?.expression_list() ?? []).map(build), ...at };
}

function newMap(context: MapCreatorRestContext, type: TypeReference, at: Position, build: BuildExpression): Expression {
  const entries = context.mapCreatorRestPair_list().map((pair) => ({
    key: build(pair.expression(0)),
    value: build(pair.expression(1))
  }));
  return { kind: 'newMap', type, entries, ...at };
}

function newCollection(
  context: SetCreatorRestContext,
  type: TypeReference,
  at: Position,
  build: BuildExpression
): Expression {
  return { kind: 'newCollection', type, elements: context.expression_list().map(build), ...at };
}
