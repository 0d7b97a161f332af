/**
 * The controllers of standard pages over records that Apex hands them.
 * @see "StandardController Class" and "StandardSetController Class", Apex Reference Guide
 */
import { runStatement } from '../../../database';
import type { SObjectRecord } from '../../../records/sobject-record';
import type { QueryLocator } from '../../data/query-locator';
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { SObjectException } from '../../../values/exceptions';
import type { ApexList } from '../../../values/list';
import { required } from '../../../declarations/arguments';
import { newList } from '../../../declarations/platform-lists';
import { addErrorMessage } from './messages';
import { PageReference } from './page-reference';

class StandardController {
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord | null) {
    this.record = required(record, 1);
  }

  /** The page of the record, with an ending behind its Id. */
  page(ending = ''): PageReference {
    const { id } = this.record;
    if (id === null) throw new NotModeled('the page that a StandardController leads to for a record without Id');
    return new PageReference(`/${id}${ending}`);
  }

  /** Leads to the record; what is wrong with it shows as messages, and the page stays. */
  save(): PageReference | null {
    const verb = this.record.id === null ? 'insert' : 'update';
    const [row] = runStatement(transaction().org.database, verb, [this.record], SAVING);
    row.errors.forEach(({ message }) => addErrorMessage(message));
    return row.failed ? null : this.page();
  }
}

const SAVING = { allOrNone: false, truncate: false, userMode: false, externalId: null };

/** Twenty rows a page, unless told otherwise ("setPageSize"). */
const PAGE_SIZE = 20;

class StandardSetController {
  readonly records: readonly SObjectRecord[];
  selected: ApexList;
  pageSize = PAGE_SIZE;
  pageNumber = 1;

  constructor(records: readonly SObjectRecord[]) {
    this.records = records;
    this.selected = newList('SObject', []);
  }

  pages(): number {
    return Math.max(1, Math.ceil(this.records.length / this.pageSize));
  }

  shown(): readonly SObjectRecord[] {
    const first = (this.pageNumber - 1) * this.pageSize;
    return this.records.slice(first, first + this.pageSize);
  }

  turnTo(page: number): void {
    this.pageNumber = Math.min(Math.max(page, 1), this.pages());
  }
}

function refuseFields(): never {
  throw new SObjectException(
    'You cannot call addFields when the data is being passed into the controller by the caller.'
  );
}

function notModeled(what: string): () => never {
  return () => {
    throw new NotModeled(what);
  };
}

definePlatformType({
  namespace: 'ApexPages',
  name: 'StandardController',
  kind: 'class',
  javaScriptClass: StandardController,
  documentation: 'StandardController Class, Apex Reference Guide',
  members: {
    'new(SObject controllerSObject)': (record: SObjectRecord | null) => new StandardController(record),
    'void addFields(List<String> fieldNames)': refuseFields,
    'System.PageReference cancel()': (self: StandardController) => self.page(),
    'System.PageReference delete()': notModeled('StandardController.delete'),
    'System.PageReference edit()': (self: StandardController) => self.page('/e'),
    // Of 15 characters, as public code finds it.
    'String getId()': (self: StandardController) => self.record.id?.slice(0, 15) ?? null,
    'SObject getRecord()': (self: StandardController) => self.record,
    'void reset()': notModeled('StandardController.reset'),
    'System.PageReference save()': (self: StandardController) => self.save(),
    'System.PageReference view()': (self: StandardController) => self.page()
  }
});

definePlatformType({
  namespace: 'ApexPages',
  name: 'StandardSetController',
  kind: 'class',
  javaScriptClass: StandardSetController,
  documentation: 'StandardSetController Class, Apex Reference Guide',
  members: {
    'new(List<SObject> controllerSObjects)': (records: ApexList | null) =>
      new StandardSetController(required(records, 1).items as SObjectRecord[]),
    'new(Database.QueryLocator queryLocator)': (locator: QueryLocator | null) =>
      new StandardSetController([...required(locator, 1)]),
    'void addFields(List<String> fieldNames)': refuseFields,
    'void first()': (self: StandardSetController) => self.turnTo(1),
    'Boolean getCompleteResult()': () => true,
    'Boolean getHasNext()': (self: StandardSetController) => self.pageNumber < self.pages(),
    'Boolean getHasPrevious()': (self: StandardSetController) => self.pageNumber > 1,
    'Integer getPageNumber()': (self: StandardSetController) => self.pageNumber,
    'Integer getPageSize()': (self: StandardSetController) => self.pageSize,
    'SObject getRecord()': notModeled('StandardSetController.getRecord'),
    'List<SObject> getRecords()': (self: StandardSetController) => newList('SObject', [...self.shown()]),
    'Integer getResultSize()': (self: StandardSetController) => self.records.length,
    'List<SObject> getSelected()': (self: StandardSetController) => self.selected,
    'void last()': (self: StandardSetController) => self.turnTo(self.pages()),
    'void next()': (self: StandardSetController) => self.turnTo(self.pageNumber + 1),
    'void previous()': (self: StandardSetController) => self.turnTo(self.pageNumber - 1),
    'System.PageReference save()': notModeled('StandardSetController.save'),
    'void setPageNumber(Integer pageNumber)': (self: StandardSetController, page: number | null) =>
      self.turnTo(required(page, 1)),
    'void setPageSize(Integer pageSize)': (self: StandardSetController, size: number | null) => {
      self.pageSize = required(size, 1);
    },
    'void setSelected(List<SObject> selectedRecords)': (self: StandardSetController, records: ApexList | null) => {
      self.selected = required(records, 1);
    }
  }
});
