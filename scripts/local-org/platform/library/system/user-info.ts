import { definePlatformType } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import { NotModeled } from '../../../values/not-modeled';
import { TypeException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { ApexTimeZone } from '../time/zones';

/**
 * Ids are text here, as the reference has them. No managed package is ever installed in the local org, so asking for the
 * licence of one finds its namespace invalid; the wording of that exception is not documented.
 */
definePlatformType({
  namespace: 'System',
  name: 'UserInfo',
  kind: 'class',
  documentation: 'UserInfo Class, Apex Reference Guide',
  members: {
    'static String getDefaultCurrency()': () => transaction().org.database.currency,
    'static String getFirstName()': () => transaction().user.firstName,
    'static String getLanguage()': () => transaction().user.language,
    'static String getLastName()': () => transaction().user.lastName,
    'static String getLocale()': () => transaction().user.locale,
    'static String getName()': () => transaction().user.name,
    'static String getOrganizationId()': () => organization().Id,
    'static String getOrganizationName()': () => organization().Name,
    'static String getProfileId()': () => transaction().user.profileId || null,
    'static String getSessionId()': sessionId,
    'static System.TimeZone getTimeZone()': () => new ApexTimeZone(transaction().user.timeZone),
    'static String getUserEmail()': () => transaction().user.email,
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static String getUserId()': () => transaction().user.id,
    'static String getUserName()': () => transaction().user.username,
    'static String getUserRoleId()': () => transaction().user.roleId,
    'static String getUserType()': () => 'Standard',
    'static Boolean isCurrentUserLicensed(String namespace)': (namespace: string | null) => {
      throw new TypeException(`Invalid namespace: ${required(namespace, 1)}`);
    },
    'static Boolean isMultiCurrencyOrganization()': () => false
  }
});

/** Kinds of transactions in which there is no session, as the reference lists them. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set([
  'BATCH_APEX',
  'FUTURE',
  'SCHEDULED',
  'QUEUEABLE',
  'EVENT_TRIGGER'
]);

/**
 * The session of a test is good for nothing but its form, since tests cannot call out: Id of the org, exclamation mark,
 * secret.
 * @see "UserInfo Class", getSessionId(), Apex Reference Guide: null in Apex that is executed asynchronously
 */
function sessionId(): string | null {
  const { isTest, kind, org } = transaction();
  if (WITHOUT_SESSION.has(kind)) return null;
  if (!isTest) throw new NotModeled('UserInfo.getSessionId outside tests');
  return `${String(organization()['Id']).slice(0, 15)}!${Buffer.from(org.random.bytes(48)).toString('base64url')}`;
}

/** The org's one Organization record. */
function organization(): Record<string, unknown> {
  return transaction().org.database.system.find('Organization')[0];
}
