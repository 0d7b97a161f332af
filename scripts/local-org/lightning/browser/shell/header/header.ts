import { LightningElement } from 'lwc';
import { context } from 'local-org/context';

/** The global header: which org this is, and who is using it. */
export default class Header extends LightningElement {
  organizationName = context.user.organizationName;
  userName = context.user.name;

  get initials(): string {
    const words = this.userName.split(/\s+/).filter(Boolean);
    return words
      .slice(0, 2)
      .map((word) => word[0].toUpperCase())
      .join('');
  }
}
