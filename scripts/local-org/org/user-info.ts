/** The running user, as `@salesforce/user` and the page header show it. */
export interface UserInfo {
  id: string;
  name: string;
  /** A Salesforce language code such as `en_US` or `fr`. */
  language: string;
  /** A locale such as `en-US`. */
  locale: string;
  /** An IANA time zone such as `Europe/Paris`. */
  timeZone: string;
  /** An ISO 4217 code. */
  currency: string;
  /** The name of the org that the pages run in. */
  organizationName: string;
  /** API names of the system permissions the user has. */
  userPermissions: readonly string[];
  /** API names of the custom permissions the user has. */
  customPermissions: readonly string[];
}
