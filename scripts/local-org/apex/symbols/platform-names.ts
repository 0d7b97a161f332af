/**
 * Names that exist on the platform whether or not the local org models them. They decide between "no such type", which
 * is a compile error, and "not modelled", which fails only where it is reached.
 * @see "Apex Reference Guide" (namespaces) and "Object Reference for the Salesforce Platform"
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().trim().split(/\s+/));

const NAMESPACES = words(`
  ApexPages AppLauncher Approval Auth Cache Canvas ChatterAnswers CommerceBuyGrp CommerceExtension CommerceOrders
  CommercePayments CommerceTax Compression ConnectApi ConnectedApp ContextService Database Datacloud DataRetrieval
  DataSource DataWeave Dom EventBus ExternalService FormulaEval Flow FlowTesting Functions Invocable IsvPartners
  KbManagement LxScheduler Messaging Metadata PlaceQuote Pref_center Process QuickAction Reports RevSalesTrxn
  RichMessaging Schema Search Sfc Sfdc_Checkout Sfdc_Enablement Sfdc_SurveyContext Site Slack Support System
  TerritoryMgmt TxnSecurity UserProvisioning VisualEditor Wave Component Context DataProtection InvoiceWriteOff LiveAgent Package RevSignaling AiPlatform
  EmbeddedAi IndustriesNlpSvc MalwareDefense NetworksPulse WaveTemplate`);

const SYSTEM_TYPES = words(`
  AccessLevel AccessType Address Answers ApexPages AppExchange Approval Assert AssertException AsyncException
  AsyncInfo AsyncOptions AuraHandledException BigObjectException BusinessHours Callable CalloutException Cases
  ClickjackException Collator Comparable Comparator Continuation Cookie Crypto Cursor Database Date DateException
  Datetime DmlException Domain DomainCreator DomainParser DomainType Domains DuplicateMessageException EmailException
  EmailTemplates EncodingUtil EventBus Exception ExternalObjectException FatalCursorException FeatureManagement
  FeatureLicenseManager FinalException FlexQueue Finalizer FinalizerContext FinalizerResult FlowException Formula
  FormulaEvaluationException FormulaRecalcFieldError FormulaRecalcResult FormulaValidationException
  HandledException HeaderException Http HttpCalloutMock HttpRequest HttpResponse IdeasException
  Ideas InstallContext InstallHandler InvalidHeaderException InvalidParameterValueException InvalidReadException
  Ip Iterable Iterator JSON JSONException JSONGenerator JSONParser JSONToken KnowledgeSettings Label LicenseException
  LimitException Limits List ListException LoggingLevel Location Long Map Matcher Math MathException Messaging
  MultiStaticResourceCalloutMock Network Names NoAccessException NoDataFoundException NoSuchElementException NullPointerException
  ObjectLimitInfo OrgInfo OrgLimit OrgLimits Packaging PageReference PaginationCursor ParentJobResult Pattern
  PlatformCache PlatformEventException PolyglotException ProcedureException ProcessPlugin Process Pages ProductException QuickAction
  Queueable QueueableContext QueueableDuplicateSignature QueryException Quiddity RemoteObjectController
  Request RequiredFeatureMissingException ResetPasswordResult RestContext RestRequest RestResponse RoundingMode SandboxContext
  SandboxPostCopy SObjectException SObjectAccessDecision Schedulable SchedulableContext Schema Search SearchException
  Security SecurityException SelectOption SerializationException Set Site SiteException StaticResourceCalloutMock
  StatusCode String StringException StubProvider Success System Test Time TimeZone TouchHandledException TransientCursorException Trigger TriggerOperation
  Type TypeException UnexpectedException UninstallContext UninstallHandler UnsupportedOperationException Url
  UserInfo UserManagement UUID Uuid Version VisualforceException WebServiceCallout WebServiceMock XmlException
  XmlStreamReader XmlStreamWriter DataWeaveScriptException InvocationType ChildRelationship DescribeFieldResult DescribeSObjectResult DescribeTabResult
  DescribeTabSetResult DescribeIconResult DescribeColorResult DescribeDataCategoryGroupResult DisplayType FieldSet FieldSetMember PicklistEntry RecordTypeInfo SObjectField
  SObjectFields SObjectType SObjectTypeFields SoapType FieldDescribeOptions SObjectDescribeOptions FilteredLookupInfo Savepoint DataWeaveScriptResource EmptyRecycleBinResult Enum Email Page
  AppExchangeTrialTemplate ApplicationReadWriteMode Aura CallbackStatus CanvasException Communities Currency
  DataCategory DataCategoryGroupSobjectTypePair DescribeDataCategoryGroupStructureResult EmailMessages
  EmailTemplateRenderException IllegalArgumentException InvalidReadOnlyUserDmlException PlatformCacheException
  SObjectTypeFieldSets SetupScope SoqlStubProvider SupportPredictiveService WaveTemplateException
  WebServiceCalloutFuture XmlTag`);

/** Names of standard objects, one a line; read only when a name is not known otherwise. */
let standardObjects: ReadonlySet<string> | undefined;

function standardObjectNames(): ReadonlySet<string> {
  standardObjects ??= words(readFileSync(join(__dirname, 'names', 'standard-objects.txt'), 'utf8'));
  return standardObjects;
}

/** The lower-case names of the types that Apex finds without a namespace. */
export function systemTypeNames(): string[] {
  return [...SYSTEM_TYPES].sort();
}

/** Whether Apex finds a type of this name without a namespace. */
export function isPlatformName(name: string): boolean {
  return SYSTEM_TYPES.has(name.toLowerCase());
}

/** Whether the platform has a namespace of this name. */
export function isPlatformNamespace(name: string): boolean {
  return NAMESPACES.has(name.toLowerCase());
}

/** Whether this is the API name of a standard object. */
export function isStandardObjectName(name: string): boolean {
  const lower = name.toLowerCase();
  const names = standardObjectNames();
  return names.has(lower) || names.has(lower.replace(COMPANION_SUFFIX, '')) || CUSTOM_COMPANION.test(lower);
}

/** Objects that the platform adds to others: change events, shares, histories, feeds. */
const COMPANION_SUFFIX = /(?:changeevent|share|history|feed|tag|event)$/;
const CUSTOM_COMPANION = /\w__(?:changeevent|share|history|feed|tag|voteshare)$/;
