import { LightningElement, api } from 'lwc';
import findUsers from '@salesforce/apex/SetupController.findUsers';
import add from '@salesforce/label/c.Alert_Recipient_Add';
import addressDetail from '@salesforce/label/c.Alert_Recipient_Address';
import help from '@salesforce/label/c.Alert_Recipients_Help';
import removeOf from '@salesforce/label/c.Alert_Recipient_Remove';
import title from '@salesforce/label/c.Alert_Recipients';
import unknown from '@salesforce/label/c.Alert_Recipient_Unknown';
import { fill } from 'c/formats';
import type { Option } from 'c/optionSearch';
import { Pause } from 'c/pause';
import { Question } from 'c/question';

/** A user, as `SetupController.findUsers` gives it. */
interface UserChoice {
  name: string;
  email: string;
}

/** Whoever types is not asked about at every key. */
const BETWEEN_KEYS = 300;
const ADDRESS = /^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$/;

/**
 * Chooses whom to tell: users found by name, and other email addresses as they are typed. Users are kept by their
 * address, which means the same in every org that a configuration is taken to.
 * @fires change with `value`, the addresses separated by commas
 */
export default class AlertRecipients extends LightningElement {
  /** Addresses, separated by commas. */
  @api value = '';

  labels = { add, help, title };
  typed = '';
  refused = '';
  failure = '';
  private users: UserChoice[] = [];
  private readonly names = new Map<string, string>();
  private readonly question = new Question<UserChoice[]>(({ value, problem }) => {
    this.users = value ?? [];
    this.failure = problem?.message ?? '';
  });
  private readonly pause = new Pause(BETWEEN_KEYS, () => {
    const text = this.typed;
    void this.question.ask(() => findUsers<UserChoice[]>({ text }), true);
  });

  get recipients(): { address: string; label: string; removeLabel: string }[] {
    return addressesIn(this.value).map((address) => {
      const label = this.names.get(address) ?? address;
      return { address, label, removeLabel: fill(removeOf, label) };
    });
  }

  get hasRecipients(): boolean {
    return this.recipients.length > 0;
  }

  /** What was typed, where it can be told, and the users who were found; nobody twice. */
  get options(): Option[] {
    const chosen = addressesIn(this.value);
    const typed = addressesIn(this.typed);
    const users = new Map(this.users.map(({ name, email }) => [email.toLowerCase(), name]));
    const found = [...users].map(([email, name]) => ({ value: email, label: name, detail: email }));
    const isNew = typed.length > 0 && typed.every((one) => ADDRESS.test(one)) && !users.has(typed.join());
    const asTyped = isNew ? [{ value: typed.join(), label: this.typed.trim(), detail: addressDetail }] : [];
    return [...asTyped, ...found].filter(({ value }) => !chosen.includes(value));
  }

  /** What was not added, or why nobody is found. */
  get problem(): string {
    return this.refused ? fill(unknown, this.refused) : this.failure;
  }

  disconnectedCallback(): void {
    this.pause.end();
  }

  search(event: CustomEvent<string>): void {
    this.typed = event.detail;
    this.refused = '';
    this.pause.begin();
  }

  choose(event: CustomEvent<string>): void {
    const user = this.users.find(({ email }) => email.toLowerCase() === event.detail);
    if (user) {
      this.names.set(event.detail, user.name);
    }
    this.add(event.detail);
  }

  /** Nobody is lost for want of a key: an address that is left behind counts, anything else is named. */
  leave(event: CustomEvent<string>): void {
    const text = event.detail.trim();
    const entries = addressesIn(text);
    if (entries.every((entry) => ADDRESS.test(entry))) {
      this.add(text);
    } else {
      this.forgetTyped();
      this.refused = text;
    }
  }

  remove(event: Event): void {
    const { address } = (event.currentTarget as HTMLElement).dataset;
    this.tell(addressesIn(this.value).filter((one) => one !== address));
    this.template!.querySelector<HTMLElement>('c-search-picker')?.focus();
  }

  private add(text: string): void {
    this.forgetTyped();
    this.tell([...new Set([...addressesIn(this.value), ...addressesIn(text)])]);
  }

  private forgetTyped(): void {
    this.typed = '';
    this.pause.end();
    this.question.drop();
  }

  private tell(addresses: string[]): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { value: addresses.join(', ') } }));
  }
}

/** The case of an address tells nothing; that of the Id of a user, which a configuration may name, does. */
function addressesIn(text: string): string[] {
  const entries = text.split(/[,;\s]+/).filter(Boolean);
  return entries.map((entry) => (entry.includes('@') ? entry.toLowerCase() : entry));
}
