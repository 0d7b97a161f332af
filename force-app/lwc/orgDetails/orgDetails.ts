import { LightningElement, api } from 'lwc';
import granted from '@salesforce/label/c.Permission_Granted';
import missing from '@salesforce/label/c.Permission_Lacking';
import orgIdLabel from '@salesforce/label/c.Org_Id';
import instance from '@salesforce/label/c.Org_Instance';
import openSetup from '@salesforce/label/c.Wizard_Open_Setup';
import orgNameLabel from '@salesforce/label/c.Org_Name';
import permissionsTitle from '@salesforce/label/c.Org_Permissions';
import runningUser from '@salesforce/label/c.Org_Running_User';
import title from '@salesforce/label/c.Org_Title';
import type { Org } from 'c/environments';

/** This Salesforce org, who uses it, and whether that person may do what an integration takes. */
export default class OrgDetails extends LightningElement {
  @api org!: Org;

  labels = { instance, openSetup, orgIdLabel, orgNameLabel, permissionsTitle, runningUser, title };

  get userText(): string {
    const { userName, userEmail } = this.org;
    return userEmail && userEmail !== userName ? `${userName} (${userEmail})` : userName;
  }

  get permissions(): object[] {
    return this.org.permissions.map((permission) => ({
      ...permission,
      icon: permission.granted ? 'utility:success' : 'utility:error',
      variant: permission.granted ? 'success' : 'error',
      stateText: permission.granted ? granted : missing,
      remedy: permission.granted ? '' : permission.remedy,
      link: permission.granted ? '' : permission.link
    }));
  }
}
