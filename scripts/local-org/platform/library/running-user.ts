import { isInTransaction, transaction } from '../../transaction/transaction';

/** IANA name of the running user's time zone; UTC when no Apex runs. */
export function userTimeZone(): string {
  return isInTransaction() ? transaction().user.timeZone : 'UTC';
}

/** The running user's locale as a BCP 47 tag, e.g. `en-US`. */
export function userLocale(): string {
  return isInTransaction() ? transaction().user.locale.replaceAll('_', '-') : 'en-US';
}

/** The org's present time. */
export function now(): number {
  return transaction().org.clock.now();
}
