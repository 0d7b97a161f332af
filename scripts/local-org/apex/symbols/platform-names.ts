/**
 * Names that exist on the platform whether or not the local org models them. They decide between "no such type", which
 * is a compile error, and "not modelled", which fails only where it is reached.
 * @see "Apex Reference Guide" (namespaces) and "Object Reference for the Salesforce Platform"
 */

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().trim().split(/\s+/));

const NAMESPACES = words(`
  ApexPages AppLauncher Approval Auth Cache Canvas ChatterAnswers CommerceBuyGrp CommerceExtension CommerceOrders
  CommercePayments CommerceTax Compression ConnectApi ConnectedApp ContextService Database Datacloud DataRetrieval
  DataSource DataWeave Dom EventBus ExternalService FormulaEval Flow FlowTesting Functions Invocable IsvPartners
  KbManagement LxScheduler Messaging Metadata PlaceQuote Pref_center Process QuickAction Reports RevSalesTrxn
  RichMessaging Schema Search Sfc Sfdc_Checkout Sfdc_Enablement Sfdc_SurveyContext Site Slack Support System
  TerritoryMgmt TxnSecurity UserProvisioning VisualEditor Wave`);

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
  SObjectFields SObjectType SObjectTypeFields SoapType FieldDescribeOptions SObjectDescribeOptions FilteredLookupInfo Savepoint DataWeaveScriptResource EmptyRecycleBinResult Enum Email Page`);

const STANDARD_OBJECTS = words(`
  Account AccountContactRelation AccountContactRole AccountHistory AccountPartner AccountShare AccountTeamMember
  ActionLinkTemplate AggregateResult ApexClass ApexComponent ApexLog ApexPage ApexTestQueueItem ApexTestResult ApexTrigger
  AppMenuItem Approval Asset AsyncApexJob Attachment AuraDefinition AuraDefinitionBundle AuthProvider AuthSession
  BackgroundOperation BatchApexErrorEvent BrandTemplate BusinessHours BusinessProcess Calendar Campaign CampaignMember CampaignMemberStatus
  CampaignShare Case CaseComment CaseHistory CaseShare CaseStatus CaseTeamMember ClientBrowser CollaborationGroup
  CollaborationGroupMember Community ConnectedApplication Contact ContactHistory ContactShare ContentAsset
  ContentDistribution ContentDocument ContentDocumentLink ContentFolder ContentNote ContentVersion ContentWorkspace
  Contract ContractStatus CorsWhitelistEntry CronJobDetail CronTrigger CspTrustedSite CustomBrand CustomPermission Dashboard DatacloudCompany
  Document Domain DuplicateRecordItem DuplicateRecordSet DuplicateRule EmailMessage EmailMessageRelation EmailServicesAddress
  EmailServicesFunction EmailTemplate EntityDefinition EntityParticle Entitlement Event EventRelation ExternalDataSource FeedAttachment FeedComment
  FeedItem FeedLike FieldDefinition FieldPermissions FiscalYearSettings FlowInterview FlowDefinitionView FlowVersionView Folder Group GroupMember Holiday
  Idea Individual KnowledgeArticle Lead LeadHistory ListEmail ListEmailRecipientSource ListEmailIndividualRecipient LeadShare LeadStatus ListView LoginHistory LoginIp MailmergeTemplate
  Macro MatchingRule NamedCredential Name Network NetworkMember Note OauthToken ObjectPermissions Opportunity
  OpportunityCompetitor OpportunityContactRole OpportunityFieldHistory OpportunityHistory OpportunityLineItem
  OpportunityPartner OpportunityShare OpportunityStage OpportunityTeamMember Order OrderItem OrderShare
  OrgWideEmailAddress Organization PackageLicense Partner PartnerRole Period PermissionSet PermissionSetAssignment
  PermissionSetGroup PermissionSetGroupComponent PermissionSetLicense PermissionSetLicenseAssign Picklist PlatformCachePartition PlatformStatusAlertEvent Pricebook2
  PricebookEntry ProcessDefinition ProcessInstance ProcessInstanceHistory ProcessInstanceNode ProcessInstanceStep
  ProcessInstanceWorkitem ProcessNode Product2 Profile PushTopic Question QueueSobject QuickText Quote QuoteLineItem
  QuoteDocument RecentlyViewed RecordAction RecordType Report Scontrol SearchLayout SecureAgent ServiceContract SetupAuditTrail SetupEntityAccess
  Site Solution SolutionHistory StaticResource StreamingChannel Task TaskPriority TaskRelation TaskStatus Territory2 Topic
  TopicAssignment User UserAccountTeamMember UserLicense UserLogin UserPackageLicense UserPreference UserRecordAccess
  UserRole UserShare Vote WebLink WorkOrder WorkOrderLineItem WorkType`);

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
  return STANDARD_OBJECTS.has(name.toLowerCase());
}
