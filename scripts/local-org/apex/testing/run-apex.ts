/** Compiles and runs snippets of Apex for tests: the standard objects, no project, no database. */
import { buildSchema } from '../../schema/build-schema';
import { steadyClock } from '../../transaction/clock';
import { randomSource } from '../../transaction/random';
import { platformTypes } from '../../org';
import type { OrgServices } from '../../transaction/org-services';
import { runInTransaction, Transaction, type RunningUser } from '../../transaction/transaction';
import { ApexException } from '../../values/exception';
import { stringOf } from '../../values/text';
import { compileProject, type CompileOutput } from '../compile';
import type { TypeDeclaration } from '../parse/ast';
import { parseCompilationUnit } from '../parse';
import { ApexProgram } from '../runtime/program';

const { schema } = buildSchema({ directories: [] });

const user: RunningUser = {
  id: '005000000000001AAA',
  profileId: '00e000000000001AAA',
  roleId: null,
  name: 'User 0001',
  firstName: null,
  lastName: 'User 0001',
  username: 'user0001@example.com',
  email: 'user0001@example.com',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US'
};

/** Compiles classes given as source texts. */
export function compileClasses(
  sources: readonly string[],
  options: { apiVersion?: number; coverage?: boolean } = {}
): CompileOutput {
  const classes = sources.map((source) => {
    const { unit, errors } = parseCompilationUnit(source);
    if (!unit) throw new Error(errors.map(({ line, message }) => `${line}: ${message}`).join('\n'));
    return { name: unit.name, unit: unit as TypeDeclaration, apiVersion: options.apiVersion ?? 67 };
  });
  const labels = new Map([['Greeting', 'Hello']]);
  return compileProject({ classes, schema, labels, platformTypes: platformTypes(), coverage: options.coverage });
}

/** Messages of the compiler for one class. */
export function messagesOf(...sources: readonly string[]): string[] {
  return compileClasses(sources).diagnostics.map(({ unit, line, message }) => `${unit} ${line}: ${message}`);
}

/** Loads classes. @throws Error with the messages when one does not compile */
export function loadClasses(
  sources: readonly string[],
  options: { apiVersion?: number; coverage?: boolean } = {}
): ApexProgram {
  const { scripts, diagnostics } = compileClasses(sources, options);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const program = new ApexProgram(scripts, schema);
  program.activate();
  return program;
}

/** Runs something in a transaction of its own. */
export function inTransaction<T>(body: () => T): T {
  const org = { schema, clock: steadyClock(Date.UTC(2026, 0, 15)), random: randomSource(1) } as unknown as OrgServices;
  return runInTransaction(new Transaction({ org, kind: 'ANONYMOUS', user, profile: 'synchronous' }), body);
}

/**
 * Runs statements that end with `return`, and gives the value as Apex prints it; an exception as `Type: message`.
 * @param members declared beside them in the class `Snippet`
 */
export function runApex(statements: string, members = '', ...others: string[]): string {
  const source = `public virtual class Snippet {\n${members}\npublic static Object run() {\n${statements}\n}\n}`;
  const program = loadClasses([source, ...others]);
  return inTransaction(() => {
    try {
      return stringOf(program.callStatic('Snippet', 'run'));
    } catch (error) {
      if (error instanceof ApexException) return `${error.getTypeName()}: ${error.getMessage()}`;
      throw error;
    }
  });
}
