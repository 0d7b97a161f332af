import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a finished command left behind. */
export interface CommandResult {
  exitCode: number;
  output: string;
  errorOutput: string;
}

/** Runs a command without a shell and collects what it writes; rejects only if it cannot be started. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { directory: string; environment?: Record<string, string> }
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.directory, env: { ...process.env, ...options.environment } });
    const output: Buffer[] = [];
    const errorOutput: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errorOutput.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({
        exitCode: exitCode ?? -1,
        output: Buffer.concat(output).toString(),
        errorOutput: Buffer.concat(errorOutput).toString()
      })
    );
  });
}

/** Runs a JavaScript file of an installed package, e.g. `typescript/bin/tsc`, with this same Node. */
export function runPackageFile(
  file: string,
  args: readonly string[],
  options: { directory: string; environment?: Record<string, string> }
): Promise<CommandResult> {
  const script = path.join(installedPackages(), ...file.split('/'));
  return runCommand(process.execPath, [script, ...args], options);
}

/** The node_modules folder that this tooling runs from; the project looked at may be another one. */
export function installedPackages(): string {
  return path.resolve(__dirname, '../../node_modules');
}

/** The lines of a text that say something. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
}
