/**
 * Types of the `lightning/*` modules that lightning-base-components lacks, or types too loosely to be of use.
 * Source: Component Reference, https://developer.salesforce.com/docs/component-library.
 */

declare module 'lightning/platformShowToastEvent' {
  /** A toast message; `messageData` fills the places {0}, {1} … of the message. */
  interface ToastConfiguration {
    title: string;
    message?: string;
    messageData?: (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastConfiguration> {
    constructor(configuration: ToastConfiguration);
  }
}

declare module 'lightning/platformResourceLoader' {
  import type { LightningElement } from 'lwc';

  /** Loads a script of a static resource; the promise settles once it has run. */
  export function loadScript(component: LightningElement, url: string): Promise<void>;
  /** Loads a stylesheet of a static resource. */
  export function loadStyle(component: LightningElement, url: string): Promise<void>;
}

declare module 'lightning/toast' {
  import { LightningElement } from 'lwc';

  /** A toast of the newer kind; links replace the places {0}, {1} … or {name} of label and message. */
  interface ToastOptions {
    label: string;
    labelLinks?: ToastLink[] | Record<string, ToastLink>;
    message?: string;
    messageLinks?: ToastLink[] | Record<string, ToastLink>;
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'sticky';
  }
  interface ToastLink {
    url: string;
    label: string;
  }
  export default class Toast extends LightningElement {
    static show(options: ToastOptions, source: LightningElement | HTMLElement): Promise<unknown>;
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    type: string;
    attributes?: Record<string, string | undefined>;
    state?: Record<string, string | undefined>;
  }
  interface Navigates {
    [NavigationMixin.Navigate](pageReference: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](pageReference: PageReference): Promise<string>;
  }
  type NavigationMixin = <Base extends new (...parameters: any[]) => LightningElement>(
    base: Base
  ) => Base & (new (...parameters: any[]) => InstanceType<Base> & Navigates);
  export const NavigationMixin: NavigationMixin & typeof NavigationMixinKeys;
  namespace NavigationMixinKeys {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
  namespace NavigationMixin {
    const Navigate: typeof NavigationMixinKeys.Navigate;
    const GenerateUrl: typeof NavigationMixinKeys.GenerateUrl;
  }
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  /** Options of `open`: those of every modal, and the public properties of the modal at hand. */
  interface ModalOptions {
    label: string;
    size?: 'small' | 'medium' | 'large' | 'full';
    description?: string;
    disableClose?: boolean;
    [property: string]: unknown;
  }
  export default class LightningModal extends LightningElement {
    static open<Result = unknown>(options: ModalOptions): Promise<Result | undefined>;
    size: 'small' | 'medium' | 'large' | 'full';
    label: string;
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

declare module 'lightning/empApi' {
  export interface Subscription {
    id: string;
    channel: string;
  }
  export interface PlatformEventMessage {
    channel: string;
    data: { payload: Record<string, unknown>; event: { replayId: number } };
  }
  export function subscribe(
    channel: string,
    replayId: number,
    onMessage: (message: PlatformEventMessage) => void
  ): Promise<Subscription>;
  export function unsubscribe(subscription: Subscription, callback?: (response: unknown) => void): Promise<unknown>;
  export function onError(callback: (error: unknown) => void): void;
  export function isEmpEnabled(): Promise<boolean>;
  export function setDebugFlag(enabled: boolean): void;
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';

  export const REFRESH_COMPLETE: 'COMPLETE';
  export const REFRESH_COMPLETE_WITH_ERRORS: 'COMPLETE_WITH_ERRORS';
  export const REFRESH_ERROR: 'ERROR';
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }
  export function registerRefreshHandler(element: LightningElement, handler: () => Promise<string>): number;
  export function unregisterRefreshHandler(handlerId: number): void;
  export function registerRefreshContainer(
    element: LightningElement,
    onRefresh: (refreshPromise: Promise<string>) => void
  ): number;
  export function unregisterRefreshContainer(containerId: number): void;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  type FieldReference = string | { objectApiName: string; fieldApiName: string };
  interface FieldValue {
    value: unknown;
    displayValue: string | null;
  }
  interface RecordRepresentation {
    apiName: string;
    id: string;
    fields: Record<string, FieldValue>;
    recordTypeId?: string | null;
  }
  interface RecordInput {
    apiName?: string;
    fields: Record<string, unknown>;
  }
  interface RecordWireConfiguration {
    recordId?: string;
    fields?: FieldReference[];
    optionalFields?: FieldReference[];
    layoutTypes?: string[];
    modes?: string[];
  }
  export const getRecord: WireAdapterConstructor<Record<string, unknown>, ApexWireValue<RecordRepresentation>>;
  export function getFieldValue(record: RecordRepresentation, field: FieldReference): unknown;
  export function getFieldDisplayValue(record: RecordRepresentation, field: FieldReference): string | null;
  export function createRecord(record: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(record: RecordInput): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
  export type { RecordRepresentation, RecordInput, RecordWireConfiguration };
}
