/**
 * What the annotations of methods and fields ask of them.
 * @see "Annotations", Apex Developer Guide; wording: the messages of the compiler
 *   (github.com/forcedotcom/apex-language-support, messages_en_US), versions as that compiler draws them
 */
import { outermost, type FieldSymbol, type MethodSymbol } from '../symbols/class-symbols';
import { hasAnnotation } from '../symbols/declare';
import { isList, isMap, isSet, isUnknown, T, told, type Type } from '../symbols/types';
import type { Declared } from './modifier-rules';

/** First versions of rules. */
const VERSIONS = { testClass: 28, auraProperties: 47 };

const HTTP = ['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];
const STATIC = ['Future', 'InvocableMethod', 'RemoteAction', 'IsTest', 'TestSetup', ...HTTP];

/** What is wrong with a method, given its annotations; null where nothing is. */
export function methodAnnotationProblem(method: MethodSymbol): string | null {
  const { annotations, modifiers } = method;
  if (annotations.length === 0 && !modifiers.includes('testmethod')) return null;
  const has = (name: string): boolean => hasAnnotation(annotations, name.toLowerCase());
  const notGlobal = HTTP.find((name) => has(name) && !modifiers.includes('global'));
  if (notGlobal) return `${notGlobal} methods must be declared as global`;
  const instance = STATIC.find((name) => has(name) && !method.isStatic);
  if (instance) return `${instance} methods must be declared as static`;
  return (
    seenProblem(method, 'methods', ['AuraEnabled', 'InvocableMethod', 'RemoteAction']) ??
    (has('AuraEnabled') ? auraProblem(method) : null) ??
    (has('Future') ? futureProblem(method) : null) ??
    (has('InvocableMethod') ? invocableProblem(method) : null) ??
    testProblem(method)
  );
}

/** What is wrong with a field or property, given its annotations. */
export function fieldAnnotationProblem(field: FieldSymbol, declared: Declared): string | null {
  if (field.annotations.length === 0) return null;
  for (const name of ['AuraEnabled', 'InvocableVariable']) {
    const isField = hasAnnotation(field.annotations, name.toLowerCase()) && declared === 'fields';
    if (isField && field.isStatic) return `${name} fields cannot be static`;
  }
  const isVariable = hasAnnotation(field.annotations, 'invocablevariable');
  if (isVariable && (isSet(field.type) || isMap(field.type) || field.type === T.object)) {
    return `InvocableVariable fields do not support type of ${told(field.type)}`;
  }
  const isOld = declared === 'properties' && field.owner.unit.apiVersion < VERSIONS.auraProperties;
  return isOld ? null : seenProblem(field, declared, ['AuraEnabled', 'InvocableVariable']);
}

/** What others call must be there for them. */
function seenProblem(
  { annotations, access }: FieldSymbol | MethodSymbol,
  declared: Declared,
  names: readonly string[]
): string | null {
  if (access === 'public' || access === 'global') return null;
  const hidden = names.find((name) => hasAnnotation(annotations, name.toLowerCase()));
  return hidden ? `${hidden} ${declared} require at least one of the following global, public` : null;
}

/** "AuraEnabled Annotation": of objects, pages read getters. */
function auraProblem({ isStatic, parameters, name }: MethodSymbol): string | null {
  if (isStatic) return null;
  if (!/^get/i.test(name)) return "Non static AuraEnabled methods must be named with a prefix 'get'";
  return parameters.length > 0 ? 'Non static AuraEnabled methods may not have parameters' : null;
}

/** "Future Annotation": primitives, and collections of them. */
function futureProblem({ parameters, returnType }: MethodSymbol): string | null {
  if (returnType !== T.void && !isUnknown(returnType)) {
    return `Future methods do not support return type of ${told(returnType)}`;
  }
  const refused = parameters.find(({ type }) => !isPlain(type));
  return refused ? `Future methods do not support parameter type of ${told(refused.type)}` : null;
}

function isPlain(type: Type): boolean {
  if (isList(type) || isSet(type) || isMap(type)) return type.typeArguments.every(isPlain);
  return (type.kind === 'primitive' && type !== T.object) || isUnknown(type);
}

/** "InvocableMethod Annotation": at most one parameter, and what comes and goes are lists. */
function invocableProblem({ parameters, returnType }: MethodSymbol): string | null {
  if (parameters.length > 1) return 'Only one parameter is supported on methods with @Invocable annotation';
  const refused = parameters.find(({ type }) => !isList(type) && !isUnknown(type));
  if (refused) {
    return `Unsupported parameter type ${told(refused.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`;
  }
  const isFine = returnType === T.void || isList(returnType) || isUnknown(returnType);
  return isFine ? null : `InvocableMethod methods do not support return type of ${told(returnType)}`;
}

/** "IsTest Annotation", "TestSetup Annotation" */
function testProblem({ owner, annotations, modifiers, parameters }: MethodSymbol): string | null {
  const name = modifiers.includes('testmethod')
    ? 'testMethod'
    : ['IsTest', 'TestSetup'].find((one) => hasAnnotation(annotations, one.toLowerCase()));
  if (!name) return null;
  if (!outermost(owner).isTest && owner.unit.apiVersion >= VERSIONS.testClass) {
    return `Defining type for ${name} methods must be declared as IsTest`;
  }
  return parameters.length > 0 ? 'Test methods must have no arguments' : null;
}
