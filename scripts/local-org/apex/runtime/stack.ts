/** Turns JavaScript stacks into Apex stacks: each Apex type is a script of its own, with a map of its lines. */
import { setStackReader, type ApexStack } from '../../values/exception';

/** What a frame in one script can be told from. */
export interface StackSource {
  readonly name: string;
  readonly unitKind: 'class' | 'trigger' | 'anonymous';
  readonly lines: readonly number[];
  readonly methods: readonly { readonly name: string; readonly javaScriptName: string }[];
}

/** Apex calls go deep, and every one of them is at least one JavaScript frame. */
const STACK_FRAMES = 60;

const FRAME =
  /at (?:(?:new |static |async )*(?:[^\s(]*\.)?(?:get |set )?([^\s(]+) (?:\[as [^\]]+\] )?\()?apex:([\w.]+):(\d+):\d+\)?/;

/** A transaction begins in this file: what runs a job inside a test is none of the job's callers. */
const TRANSACTION_FRAME = /transaction[\\/]transaction\.[jt]s/;

/** Makes exceptions render their stacks by these sources. */
export function installStackReader(sources: ReadonlyMap<string, StackSource>): void {
  Error.stackTraceLimit = STACK_FRAMES;
  setStackReader((stack) => readStack(stack, sources));
}

/** Reads the Apex frames out of a JavaScript stack. */
export function readStack(stack: string, sources: ReadonlyMap<string, StackSource>): ApexStack {
  const frames: { line: number; text: string }[] = [];
  for (const text of stack.split('\n')) {
    if (frames.length > 0 && TRANSACTION_FRAME.test(text)) break;
    const match = FRAME.exec(text);
    const source = match && sources.get(match[2]!);
    if (!match || !source) continue;
    const line = source.lines[Number(match[3])] ?? 0;
    // The compiler's own code, such as what passes a call of the platform on.
    if (line === 0) continue;
    frames.push({ line, text: frameText(source, match[1] ?? '', line) });
  }
  return { line: frames[0]?.line ?? 0, text: frames.map((frame) => frame.text).join('\n') };
}

function frameText(source: StackSource, javaScriptName: string, line: number): string {
  const position = `line ${line}, column 1`;
  if (source.unitKind === 'trigger') return `Trigger.${source.name}: ${position}`;
  if (source.unitKind === 'anonymous') return `AnonymousBlock: ${position}`;
  return `Class.${source.name}.${methodName(source, javaScriptName)}: ${position}`;
}

function methodName(source: StackSource, javaScriptName: string): string {
  const name = javaScriptName.slice(javaScriptName.lastIndexOf('.') + 1);
  if (name.startsWith('$c$') || name.startsWith('$i')) return '<init>';
  if (name.startsWith('$j') || name === '$load') return '<clinit>';
  return (
    source.methods.find((method) => method.javaScriptName === name)?.name ?? name.replace(/^_/, '').replace(/\$.*/, '')
  );
}
