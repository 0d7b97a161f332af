import { interfaceMethodName } from './define';

/**
 * Calls a method that an Apex class implements for the platform.
 * @throws Error when the class lacks it, which the compiler should have refused
 */
export function callInterfaceMethod(target: object, name: string, ...parameters: unknown[]): unknown {
  const method = (target as Record<string, (...parameters: unknown[]) => unknown>)[
    interfaceMethodName(name, parameters.length)
  ];
  if (!method) throw new Error(`The object has no method ${name} with ${parameters.length} parameters.`);
  return method.apply(target, parameters);
}

/**
 * Calls `execute(context)` of a Queueable, Finalizer or Schedulable.
 * @param type the context's type: a class that is two of them has an `execute` for each
 */
export function callExecute(target: object, context: object, type: string): void {
  const name = `${interfaceMethodName('execute', 1)}$${type.toLowerCase()}`;
  const method = (target as Record<string, ((context: object) => unknown) | undefined>)[name];
  if (method) method.call(target, context);
  else callInterfaceMethod(target, 'execute', context);
}
