/**
 * The process is gone: nothing that runs may handle this, write what became of it, or go on. Whatever was not committed
 * is lost, as when the machine stops.
 */
export class ProcessKilled extends Error {
  constructor(where: string) {
    super(`The process was killed at ${where}.`);
    this.name = 'ProcessKilled';
  }
}
