/** Checks of arguments that the platform's methods share. */
import { nullArgument } from '../values/exceptions';

/**
 * An argument that may not be null.
 * @param position from 1, as the message counts
 * @throws NullPointerException "Argument 1 cannot be null"
 */
export function required<T>(value: T | null, position: number): T {
  if (value === null) throw nullArgument(position);
  return value;
}
