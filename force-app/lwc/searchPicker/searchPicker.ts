import { LightningElement, api } from 'lwc';
import moreHint from '@salesforce/label/c.Search_More';
import noMatch from '@salesforce/label/c.Search_No_Match';
import nothing from '@salesforce/label/c.Search_Nothing';
import { fill, formatCount } from 'c/formats';
import { moved, search, type Found, type Option } from 'c/optionSearch';

const MOST_SHOWN = 50;
/** What the open list takes at the most, with the footer that may lie over the end of the page. */
const ROOM = 360;

/**
 * A combobox: it shows what is chosen, and searches as soon as somebody types.
 * @fires choose with the value of the chosen entry in `detail`
 * @fires search with what somebody types in `detail`, for options that are found elsewhere and may come later
 * @fires leave with what somebody has typed in `detail`, and left without a choice
 */
export default class SearchPicker extends LightningElement {
  @api options: Option[] = [];
  @api value = '';
  @api label = '';
  /** Whether the label is for screen readers alone, as in a table. */
  @api labelHidden = false;
  @api placeholder = '';
  @api disabled = false;
  /** Whether what is chosen does not do; the reason stands beside the field. */
  @api invalid = false;

  isOpen = false;
  /** What somebody types; nothing while they only look. */
  text?: string;
  /** The entry that the keys have come to; none before that. */
  movedIndex = -1;
  private isUpward = false;

  @api focus(): void {
    this.input?.focus();
  }

  renderedCallback(): void {
    this.template!.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  get chosen(): Option | undefined {
    return this.options.find(({ value }) => value === this.value);
  }

  get shownText(): string {
    return this.text ?? this.chosen?.label ?? this.value;
  }

  get labelClass(): string {
    return this.labelHidden ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  /** Where there is no room below, the list opens upward. */
  get dropClass(): string {
    return this.isUpward ? 'drop drop_up' : 'drop';
  }

  get formClass(): string {
    return this.invalid ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get isClosed(): boolean {
    return !this.isOpen;
  }

  get isNoteShown(): boolean {
    return this.isOpen && Boolean(this.noteText);
  }

  get invalidText(): string {
    return String(this.invalid);
  }

  get found(): Found {
    return search(this.options, this.text ?? '', MOST_SHOWN, this.value);
  }

  get rows(): object[] {
    return this.found.shown.map((option, index) => ({
      ...option,
      domId: `option-${index}`,
      active: index === this.activeIndex ? 'yes' : null,
      selected: String(option.value === this.value),
      isSelected: option.value === this.value,
      className: `option ${index === this.activeIndex ? 'option_active' : ''}`
    }));
  }

  /** Who types means the first of what is found. */
  get activeIndex(): number {
    const { length } = this.found.shown;
    return this.movedIndex < 0 && this.text !== undefined && length > 0 ? 0 : Math.min(this.movedIndex, length - 1);
  }

  get activeId(): string | null {
    return this.isOpen && this.activeIndex >= 0 ? `option-${this.activeIndex}` : null;
  }

  get noteText(): string {
    const { shown, moreCount } = this.found;
    if (!shown.length) {
      return this.text ? fill(noMatch, this.text) : nothing;
    }
    return moreCount ? fill(moreHint, formatCount(moreCount)) : '';
  }

  open(): void {
    if (!this.disabled && !this.isOpen) {
      this.isOpen = true;
      this.isUpward = this.isNearEnd();
      this.movedIndex = this.found.shown.findIndex(({ value }) => value === this.value);
      this.input?.select();
    }
  }

  close(): void {
    this.isOpen = false;
    this.text = undefined;
    this.movedIndex = -1;
    if (this.input) {
      this.input.value = this.shownText;
    }
  }

  type(event: Event): void {
    this.open();
    this.text = (event.target as HTMLInputElement).value;
    this.movedIndex = -1;
    this.dispatchEvent(new CustomEvent('search', { detail: this.text }));
  }

  leave(): void {
    const { text } = this;
    this.close();
    if (text) {
      this.dispatchEvent(new CustomEvent('leave', { detail: text }));
    }
  }

  press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Enter') {
      this.enter(event);
    } else {
      this.move(event);
    }
  }

  pick(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.value ?? '');
  }

  /** A click in the list must not take the focus from the field, or the list would be gone before it counts. */
  keepFocus(event: Event): void {
    event.preventDefault();
  }

  private enter(event: KeyboardEvent): void {
    event.preventDefault();
    const option = this.found.shown[this.activeIndex];
    if (!this.isOpen) {
      this.open();
    } else if (option) {
      this.choose(option.value);
    }
  }

  private move(event: KeyboardEvent): void {
    const next = moved(event.key, this.activeIndex, this.found.shown.length);
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    if (this.isOpen) {
      this.movedIndex = next;
    } else {
      this.open();
    }
  }

  private choose(value: string): void {
    const isChange = value !== this.value;
    this.close();
    if (isChange) {
      this.dispatchEvent(new CustomEvent('choose', { detail: value }));
    }
  }

  private isNearEnd(): boolean {
    const { top = 0, bottom = 0 } = this.input?.getBoundingClientRect() ?? {};
    return bottom + ROOM > window.innerHeight && top > ROOM;
  }

  private get input(): HTMLInputElement | null {
    return this.template!.querySelector<HTMLInputElement>('input');
  }
}
