/**
 * Finds test classes in source, so that tests of a class that does not compile are known, too.
 * @see "Apex Unit Tests" and "IsTest Annotation", Apex Developer Guide
 */
import { basename, extname } from 'node:path';
import type { ParsedSource } from '../apex/parse';
import type { Annotation, ClassDeclaration, Declaration, MethodDeclaration } from '../apex';
import type { TestClass } from './model';

/** The classes that have test methods, by name. */
export function discoverTests(sources: readonly ParsedSource[]): TestClass[] {
  const classes = sources.filter(canHaveTests).map(testClass);
  return classes.filter(({ methods }) => methods.length > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Most classes are known to have no tests without parsing them. */
function canHaveTests({ kind, source }: ParsedSource): boolean {
  return kind === 'class' && /istest|testmethod/i.test(source);
}

function testClass(source: ParsedSource): TestClass {
  if (source.unit === null) return unreadableClass(source);
  return source.unit.kind === 'class' ? declaredTests(source.unit) : { name: '', methods: [], setup: [] };
}

function declaredTests(declaration: ClassDeclaration): TestClass {
  const methods = declaration.members.filter((member): member is MethodDeclaration => member.kind === 'method');
  return {
    name: declaration.name,
    methods: methods.filter(isTest).map(({ name }) => name),
    setup: methods.filter((method) => isAnnotated(method, 'testsetup')).map(({ name }) => name)
  };
}

function isTest(method: Declaration): boolean {
  return method.modifiers.includes('testmethod') || isAnnotated(method, 'istest');
}

function isAnnotated(declaration: { annotations: Annotation[] }, name: string): boolean {
  return declaration.annotations.some((annotation) => annotation.name.toLowerCase() === name);
}

const testMethodText = /(?:@istest\b|\btestmethod\b)[^;{}]*?\bvoid\s+(\w+)\s*\(/gi;

/** A source with syntax errors has no tree; its tests are found in its text. */
function unreadableClass({ path, source }: ParsedSource): TestClass {
  const name = basename(path, extname(path));
  return { name, methods: [...source.matchAll(testMethodText)].map((match) => match[1] as string), setup: [] };
}
