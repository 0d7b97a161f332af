import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError } from '../input-error';

/**
 * Makes sure a result can be written before anything is done for it.
 * @throws InputError naming the option and the folder
 */
export function checkWritable(file: string, option: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) {
    throw new InputError(`${option} cannot write ${file}: there is no folder ${folder}. Create it first.`);
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new InputError(`${option} cannot write ${file}: it is a folder. Name a file in it.`);
  }
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    throw new InputError(`${option} cannot write ${file}: it is read-only. Name another file.`);
  }
}

/** Writes a file whole or not at all: a reader never meets half of it. */
export function writeWhole(file: string, content: string): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(partial, content);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new InputError(`${file} cannot be written: ${(error as Error).message}. Name another file.`);
  }
}
