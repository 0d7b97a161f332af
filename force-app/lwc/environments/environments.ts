import connected from '@salesforce/label/c.Account_Connected';
import failing from '@salesforce/label/c.Account_Failing';
import notConnected from '@salesforce/label/c.Account_Not_Connected';
import unknown from '@salesforce/label/c.Account_Unknown';

/** A WalkMe environment and the state of its account. Nothing secret is ever in it. */
export interface Environment {
  name: string;
  kind: string;
  status: string;
  statusText?: string | null;
  verifiedAt?: string | null;
  verifiedBy?: string | null;
  namedCredential?: string | null;
  externalCredential?: string | null;
  canConnectHere?: boolean | null;
  setupLink?: string | null;
  integrations?: number | null;
}

/** What the admin may do in this org, and what to do where something is missing. */
export interface Permission {
  name: string;
  label: string;
  granted: boolean;
  remedy?: string | null;
  link?: string | null;
}

/** The hourly job that starts what is due. */
export interface DispatcherState {
  scheduled: boolean;
  ownerName?: string | null;
  healthy: boolean;
  message?: string | null;
}

/** This org, as `SetupController.org` gives it. */
export interface Org {
  orgName: string;
  orgId: string;
  sandbox: boolean;
  kind: string;
  instanceName?: string | null;
  userName: string;
  userId?: string | null;
  userEmail?: string | null;
  permissions: Permission[];
  environments: Environment[];
  sandboxCopy?: { confirmed: boolean; message?: string | null } | null;
  dispatcher?: DispatcherState | null;
  canConfigure?: boolean | null;
}

/** What `ConnectionController.verify` found out. */
export interface Verification {
  ok: boolean;
  message?: string | null;
  remedy?: string | null;
  setupLink?: string | null;
  verifiedAt?: string | null;
  reports?: number | null;
}

/** How the state of an account looks everywhere. */
export interface EnvironmentLook {
  label: string;
  icon: string;
  variant: 'success' | 'error' | '';
}

const LOOKS: Record<string, EnvironmentLook> = {
  Connected: { label: connected, icon: 'utility:success', variant: 'success' },
  NotConnected: { label: notConnected, icon: 'utility:unlinked', variant: '' },
  Failing: { label: failing, icon: 'utility:error', variant: 'error' },
  Unknown: { label: unknown, icon: 'utility:question_mark', variant: '' }
};

/** The look of an account's state; one that this page does not know is shown by its own name. */
export function environmentLook(status: string): EnvironmentLook {
  return LOOKS[status] ?? { label: status, icon: 'utility:info', variant: '' };
}

/** The environment as it is after a check of its account. */
export function verified(environment: Environment, { ok, message, verifiedAt }: Verification): Environment {
  return {
    ...environment,
    status: ok ? 'Connected' : 'Failing',
    statusText: message,
    verifiedAt: verifiedAt ?? environment.verifiedAt
  };
}
